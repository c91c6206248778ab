/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a note itself: what names it, who wrote it when, and when it was about. */
#include "entry-private.h"
#include "evening.h"

/* A night is put to the morning after it; when exactly is seldom noted. */
#define USUAL_UP (6 * 60)
#define NOON (12 * 60)
/* Who notes something this much later does it from memory. */
#define LATE (24 * COOLDOWN_HOUR)

/**
 * cooldown_entry_get_uid:
 * @self: an entry
 *
 * Returns: (nullable): what names it on all devices; %NULL before it was first saved
 */
const char *
cooldown_entry_get_uid (CooldownEntry *self)
{
  return self->uid;
}

/**
 * cooldown_entry_set_uid:
 * @self: an entry
 * @uid: (nullable): what names it
 */
void
cooldown_entry_set_uid (CooldownEntry *self, const char *uid)
{
  char *copy = g_strdup (uid);

  g_free (self->uid);
  self->uid = copy;
}

/**
 * cooldown_entry_get_edits:
 * @self: an entry
 *
 * Returns: how often it was changed since it was first saved
 */
gint64
cooldown_entry_get_edits (CooldownEntry *self)
{
  return self->edits;
}

/**
 * cooldown_entry_get_edited:
 * @self: an entry
 *
 * Returns: when it was changed last, microseconds since 1970 UTC; 0 if never
 */
gint64
cooldown_entry_get_edited (CooldownEntry *self)
{
  return self->edited;
}

/**
 * cooldown_entry_set_edits:
 * @self: an entry
 * @edits: how often it was changed
 * @edited: when last, microseconds since 1970 UTC
 */
void
cooldown_entry_set_edits (CooldownEntry *self, gint64 edits, gint64 edited)
{
  self->edits = edits;
  self->edited = edited;
}

/**
 * cooldown_entry_get_deleted:
 * @self: an entry
 *
 * Returns: when it was deleted, microseconds since 1970 UTC; 0 if it is not
 */
gint64
cooldown_entry_get_deleted (CooldownEntry *self)
{
  return self->deleted;
}

/**
 * cooldown_entry_set_deleted:
 * @self: an entry
 * @deleted: when it was deleted, microseconds since 1970 UTC; 0 if it is not
 */
void
cooldown_entry_set_deleted (CooldownEntry *self, gint64 deleted)
{
  self->deleted = deleted;
}

/**
 * cooldown_entry_get_written:
 * @self: an entry
 *
 * Returns: when it was first saved, microseconds since 1970 UTC; 0 before
 */
gint64
cooldown_entry_get_written (CooldownEntry *self)
{
  return self->written;
}

/**
 * cooldown_entry_get_written_offset:
 * @self: an entry
 *
 * Returns: how many seconds local time was ahead of UTC when it was first saved
 */
gint32
cooldown_entry_get_written_offset (CooldownEntry *self)
{
  return self->written_offset;
}

/**
 * cooldown_entry_set_written:
 * @self: an entry
 * @written: when it was first saved, microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then
 */
void
cooldown_entry_set_written (CooldownEntry *self, gint64 written, gint32 offset)
{
  self->written = written;
  self->written_offset = offset;
}

static gint64
get_morning (CooldownEntry *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (self->written_offset);
  gint64 up = cooldown_entry_get_number (self, COOLDOWN_FIELD_NIGHT_UP);
  g_autoptr (GDateTime) morning = NULL;
  GDate date;

  if (!cooldown_date_parse (cooldown_entry_get_text (self, COOLDOWN_FIELD_NIGHT_DATE), &date))
    return 0;
  g_date_add_days (&date, 1);
  if (up == COOLDOWN_NOT_NOTED || up > NOON)
    up = USUAL_UP;
  morning = g_date_time_new (zone, g_date_get_year (&date), (gint) g_date_get_month (&date),
                             g_date_get_day (&date), (gint) up / 60, (gint) up % 60, 0);
  return morning != NULL ? g_date_time_to_unix (morning) * COOLDOWN_SECOND : 0;
}

/**
 * cooldown_entry_get_at:
 * @self: an entry
 *
 * Returns: when it was, microseconds since 1970 UTC: a night's morning, a workout's end, the
 *   beginning of all else; 0 when that is not noted
 */
gint64
cooldown_entry_get_at (CooldownEntry *self)
{
  gint64 at;

  if (self->kind == COOLDOWN_ENTRY_NIGHT)
    return get_morning (self);
  at = cooldown_entry_get_time (self, cooldown_entry_kind_get_time_field (self->kind));
  return at != COOLDOWN_NOT_NOTED ? at : 0;
}

/**
 * cooldown_entry_get_at_offset:
 * @self: an entry
 *
 * Returns: how many seconds local time was ahead of UTC when it was
 */
gint32
cooldown_entry_get_at_offset (CooldownEntry *self)
{
  return self->kind == COOLDOWN_ENTRY_NIGHT
             ? self->written_offset
             : cooldown_entry_get_time_offset (self,
                                               cooldown_entry_kind_get_time_field (self->kind));
}

/**
 * cooldown_entry_get_day:
 * @self: an entry
 *
 * Returns: (transfer full): the day it stands under, as it was where it was noted, "2026-11-22"; a
 *   night stands under the day it led to
 */
char *
cooldown_entry_get_day (CooldownEntry *self)
{
  gint64 local = cooldown_entry_get_at (self) / COOLDOWN_SECOND + cooldown_entry_get_at_offset (self);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (local);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : g_strdup ("");
}

/**
 * cooldown_entry_get_minutes:
 * @self: an episode
 *
 * Returns: how many minutes it lasted, rounded, or %COOLDOWN_NOT_NOTED
 */
gint64
cooldown_entry_get_minutes (CooldownEntry *self)
{
  gint64 began = cooldown_entry_get_time (self, COOLDOWN_FIELD_EPISODE_BEGAN);
  gint64 ended = cooldown_entry_get_time (self, COOLDOWN_FIELD_EPISODE_ENDED);

  if (began == COOLDOWN_NOT_NOTED || ended == COOLDOWN_NOT_NOTED || ended < began)
    return COOLDOWN_NOT_NOTED;
  return (ended - began + COOLDOWN_MINUTE / 2) / COOLDOWN_MINUTE;
}

/**
 * cooldown_entry_is_late:
 * @self: an entry
 *
 * Returns: whether it was written down a day or more after it was
 */
gboolean
cooldown_entry_is_late (CooldownEntry *self)
{
  return self->written != 0 && self->written - cooldown_entry_get_at (self) >= LATE;
}
