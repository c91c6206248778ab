/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

/*
 * cooldown_read_basis:
 * @reader: a reader
 * @basis: (out): what the present object rests on
 */
void
cooldown_read_basis (CooldownReader *reader, CooldownBasis *basis)
{
  basis->sources = cooldown_reader_references (reader, "sources", COOLDOWN_THING_SOURCE, FALSE);
  basis->checked = cooldown_reader_date (reader, "checked");
}

/*
 * cooldown_read_statement:
 * @reader: a reader
 * @statement: a CooldownStatement
 *
 * A CooldownReadFunc.
 */
void
cooldown_read_statement (CooldownReader *reader, gpointer statement)
{
  CooldownStatement *self = statement;

  self->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &self->basis);
}

/*
 * cooldown_read_topic:
 * @reader: a reader
 * @topic: a CooldownTopic
 *
 * A CooldownReadFunc.
 */
void
cooldown_read_topic (CooldownReader *reader, gpointer topic)
{
  CooldownTopic *self = topic;

  self->id = cooldown_reader_own_id (reader, "id");
  self->title = cooldown_reader_visible (reader, "title");
  self->statements = cooldown_reader_list (reader, "statements", sizeof (CooldownStatement),
                                           cooldown_read_statement);
}

/*
 * cooldown_read_leave_out:
 * @reader: a reader
 * @leave_out: a CooldownLeaveOut
 *
 * A CooldownReadFunc.
 */
void
cooldown_read_leave_out (CooldownReader *reader, gpointer leave_out)
{
  CooldownLeaveOut *self = leave_out;

  cooldown_reader_condition (reader, "when", FALSE, &self->when);
  self->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &self->basis);
}
