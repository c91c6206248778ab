/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an entry can be one: what comes in from elsewhere is held to the same as what is
 * written here. */
#include "entry-private.h"
#include "evening.h"

#include <string.h>

#define BETWEEN_IDS " "
/* Nobody has noted legs before this program's time, and none of its users' grandchildren will. */
#define EARLIEST (G_GINT64_CONSTANT (946684800) * COOLDOWN_SECOND)
#define LATEST (G_GINT64_CONSTANT (4102444800) * COOLDOWN_SECOND)
#define MAX_OFFSET (18 * 3600)
#define ID_CHARACTERS G_CSET_a_2_z G_CSET_DIGITS "-:"

G_DEFINE_QUARK (cooldown-entry-error-quark, cooldown_entry_error)

static gboolean
fail (GError **error, CooldownEntryError code, const char *field, const char *why)
{
  g_set_error (error, COOLDOWN_ENTRY_ERROR, (gint) code, "%s: %s", field, why);
  return FALSE;
}

static gboolean
is_id (const char *text, gsize length)
{
  return length > 0 && length <= COOLDOWN_ENTRY_MAX_UID && strspn (text, ID_CHARACTERS) >= length;
}

static gboolean
is_moment (gint64 at, gint32 offset)
{
  return at >= EARLIEST && at < LATEST && ABS (offset) <= MAX_OFFSET;
}

static gboolean
check_time (const CooldownFieldInfo *info, const EntryValue *value, GError **error)
{
  return is_moment (value->number, value->offset) ||
         fail (error, COOLDOWN_ENTRY_ERROR_RANGE, info->name, "not in the years 2000 to 2099");
}

static gboolean
check_number (const CooldownFieldInfo *info, const EntryValue *value, GError **error)
{
  if (value->number >= info->min && value->number <= info->max)
    return TRUE;
  g_set_error (error, COOLDOWN_ENTRY_ERROR, COOLDOWN_ENTRY_ERROR_RANGE,
               "%s: %" G_GINT64_FORMAT " is not from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
               info->name, value->number, info->min, info->max);
  return FALSE;
}

static gboolean
check_text (const CooldownFieldInfo *info, const EntryValue *value, GError **error)
{
  if (strlen (value->text) > (gsize) info->max)
    return fail (error, COOLDOWN_ENTRY_ERROR_LONG, info->name, "too long");
  return g_utf8_validate (value->text, -1, NULL) ||
         fail (error, COOLDOWN_ENTRY_ERROR_TEXT, info->name, "not UTF-8");
}

static gboolean
check_choice (const CooldownFieldInfo *info, const EntryValue *value, GError **error)
{
  return g_strv_contains (info->choices, value->text) ||
         fail (error, COOLDOWN_ENTRY_ERROR_RANGE, info->name, "no such word");
}

static gboolean
check_ids (const CooldownFieldInfo *info, const EntryValue *value, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (value->text, BETWEEN_IDS, -1);

  if (strlen (value->text) > (gsize) info->max)
    return fail (error, COOLDOWN_ENTRY_ERROR_LONG, info->name, "too long");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!is_id (ids[i], strlen (ids[i])))
        return fail (error, COOLDOWN_ENTRY_ERROR_TEXT, info->name, "that is no id");
      for (guint j = 0; j < i; j++)
        if (g_str_equal (ids[i], ids[j]))
          return fail (error, COOLDOWN_ENTRY_ERROR_RANGE, info->name, "the same id twice");
    }
  return TRUE;
}

static gboolean
check_reference (const CooldownFieldInfo *info, const EntryValue *value, GError **error)
{
  return is_id (value->text, strlen (value->text)) ||
         fail (error, COOLDOWN_ENTRY_ERROR_TEXT, info->name, "that is no id");
}

static gboolean
check_value (const CooldownFieldInfo *info, const EntryValue *value, GError **error)
{
  if (!value->noted)
    return !info->always || fail (error, COOLDOWN_ENTRY_ERROR_MISSING, info->name, "missing");
  switch (info->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      return check_time (info, value, error);
    case COOLDOWN_TYPE_FIELD_NUMBER:
    case COOLDOWN_TYPE_FIELD_FLAG:
      return check_number (info, value, error);
    case COOLDOWN_TYPE_FIELD_TEXT:
      return check_text (info, value, error);
    case COOLDOWN_TYPE_FIELD_CHOICE:
      return check_choice (info, value, error);
    case COOLDOWN_TYPE_FIELD_IDS:
      return check_ids (info, value, error);
    case COOLDOWN_TYPE_FIELD_REFERENCE:
    default:
      return check_reference (info, value, error);
    }
}

static gboolean
check_event (const CooldownEntryEvent *event, GError **error)
{
  if (!is_id (event->name, strlen (event->name)))
    return fail (error, COOLDOWN_ENTRY_ERROR_TEXT, "events", "that is no name of an event");
  if (strlen (event->arg) > COOLDOWN_ENTRY_MAX_TEXT)
    return fail (error, COOLDOWN_ENTRY_ERROR_LONG, "events", "too long");
  if (!g_utf8_validate (event->arg, -1, NULL))
    return fail (error, COOLDOWN_ENTRY_ERROR_TEXT, "events", "not UTF-8");
  return is_moment (event->at, event->offset) ||
         fail (error, COOLDOWN_ENTRY_ERROR_RANGE, "events", "not in the years 2000 to 2099");
}

static gboolean
check_events (CooldownEntry *self, GError **error)
{
  if (self->events->len > COOLDOWN_ENTRY_MAX_EVENTS)
    return fail (error, COOLDOWN_ENTRY_ERROR_LONG, "events", "too many");
  for (guint i = 0; i < self->events->len; i++)
    if (!check_event (g_ptr_array_index (self->events, i), error))
      return FALSE;
  return TRUE;
}

/* What only holds of some kinds. */
static gboolean
check_sense (CooldownEntry *self, GError **error)
{
  GDate date;

  if (self->kind == COOLDOWN_ENTRY_NIGHT &&
      !cooldown_date_parse (cooldown_entry_get_text (self, COOLDOWN_FIELD_NIGHT_DATE), &date))
    return fail (error, COOLDOWN_ENTRY_ERROR_RANGE, "date", "that is no date");
  if (self->kind == COOLDOWN_ENTRY_EPISODE &&
      cooldown_entry_has (self, COOLDOWN_FIELD_EPISODE_ENDED) &&
      cooldown_entry_get_time (self, COOLDOWN_FIELD_EPISODE_ENDED) <
          cooldown_entry_get_time (self, COOLDOWN_FIELD_EPISODE_BEGAN))
    return fail (error, COOLDOWN_ENTRY_ERROR_RANGE, "ended", "before it began");
  return TRUE;
}

/**
 * cooldown_entry_validate:
 * @self: an entry
 * @error: return location
 *
 * Returns: whether it can stand in a journal; %FALSE with @error set to the name of the first field
 *   that is missing, out of range, too long or no text, and why
 */
gboolean
cooldown_entry_validate (CooldownEntry *self, GError **error)
{
  CooldownField first = cooldown_entry_kind_get_first_field (self->kind);

  if (self->uid != NULL && !is_id (self->uid, strlen (self->uid)))
    return fail (error, COOLDOWN_ENTRY_ERROR_TEXT, "uid", "that is no id");
  if (self->edits < 0 || self->edited < 0 || self->deleted < 0)
    return fail (error, COOLDOWN_ENTRY_ERROR_RANGE, "edits", "less than none");
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (self->kind); i++)
    if (!check_value (cooldown_field_get_info ((CooldownField) (first + i)), &self->values[i],
                      error))
      return FALSE;
  return check_sense (self, error) && check_events (self, error);
}

static gboolean
are_events_equal (CooldownEntry *self, CooldownEntry *other)
{
  if (self->events->len != other->events->len)
    return FALSE;
  for (guint i = 0; i < self->events->len; i++)
    {
      const CooldownEntryEvent *a = g_ptr_array_index (self->events, i);
      const CooldownEntryEvent *b = g_ptr_array_index (other->events, i);

      if (a->at != b->at || a->offset != b->offset || !g_str_equal (a->name, b->name) ||
          !g_str_equal (a->arg, b->arg))
        return FALSE;
    }
  return TRUE;
}

/**
 * cooldown_entry_equal:
 * @self: an entry
 * @other: another
 *
 * Returns: whether both note the same: kind, uid, all fields and events, and whether deleted; not
 *   when and how often they were written
 */
gboolean
cooldown_entry_equal (CooldownEntry *self, CooldownEntry *other)
{
  if (self->kind != other->kind || g_strcmp0 (self->uid, other->uid) != 0 ||
      (self->deleted != 0) != (other->deleted != 0))
    return FALSE;
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (self->kind); i++)
    {
      const EntryValue *a = &self->values[i], *b = &other->values[i];

      if (a->noted != b->noted || a->number != b->number || a->offset != b->offset ||
          g_strcmp0 (a->text, b->text) != 0)
        return FALSE;
    }
  return are_events_equal (self, other);
}
