/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is to stand in the journal. It is written at once, and where that fails kept in its order
 * and tried again with the next: a full disk, or a journal that another program holds for a
 * while, loses nothing.
 */
#include "ledger-private.h"

typedef struct
{
  CooldownWrite write;
  gpointer data;
  GDestroyNotify free_data;
} Unwritten;

static void
unwritten_free (Unwritten *unwritten)
{
  if (unwritten->free_data != NULL)
    unwritten->free_data (unwritten->data);
  g_free (unwritten);
}

/* Remembers that notes cannot be saved, so that the window can say so, until all of them are. */
void
ledger_say_trouble (CooldownLedger *self, const GError *error)
{
  if (self->trouble != NULL)
    return;
  self->trouble = g_strdup (error->message);
  g_message ("notes cannot be saved: %s", self->trouble);
}

/* Writes what is left, the oldest first; whether nothing is left then. */
gboolean
ledger_write_unwritten (CooldownLedger *self)
{
  Unwritten *next;

  if (self->journal == NULL && (g_queue_is_empty (&self->unwritten) || !ledger_open_journal (self)))
    return FALSE;
  while ((next = g_queue_peek_head (&self->unwritten)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      if (!next->write (self->journal, next->data, &error))
        {
          ledger_say_trouble (self, error);
          return FALSE;
        }
      unwritten_free (g_queue_pop_head (&self->unwritten));
    }
  g_clear_pointer (&self->trouble, g_free);
  return TRUE;
}

void
ledger_forget_unwritten (CooldownLedger *self)
{
  g_queue_clear_full (&self->unwritten, (GDestroyNotify) unwritten_free);
}

void
ledger_write (CooldownLedger *self, CooldownWrite write, gpointer data, GDestroyNotify free_data)
{
  Unwritten *unwritten = g_new (Unwritten, 1);

  *unwritten = (Unwritten){ write, data, free_data };
  g_queue_push_tail (&self->unwritten, unwritten);
  ledger_write_unwritten (self);
}

/**
 * cooldown_ledger_note:
 * @self: the ledger
 * @write: writes something to the journal
 * @data: given to @write
 * @free_data: (nullable): frees @data
 *
 * Notes something, and says that the ledger changed. What cannot be written now is tried again.
 */
void
cooldown_ledger_note (CooldownLedger *self,
                      CooldownWrite write,
                      gpointer data,
                      GDestroyNotify free_data)
{
  ledger_write (self, write, data, free_data);
  ledger_changed (self);
}
