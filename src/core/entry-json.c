/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An entry as text, the same for equal entries on all devices: which of two edits wins may hang on
 * a byte of it. So it is written here and not by a library, which may put it otherwise one day.
 */
#include "entry-json.h"

#include "iso-time.h"
#include "night.h"

#include <string.h>

#define EARLIEST 0
#define LATEST (G_GINT64_CONSTANT (4102444800) * COOLDOWN_SECOND)
#define MAX_OFFSET (18 * 3600)
#define UID_CHARACTERS G_CSET_a_2_z G_CSET_DIGITS "-:"

/**
 * cooldown_entry_is_emptied:
 * @self: an entry
 *
 * Returns: whether it was deleted and all taken out of it but its uid: that is kept so that other
 *   devices hear of the deletion
 */
gboolean
cooldown_entry_is_emptied (CooldownEntry *self)
{
  return cooldown_entry_get_deleted (self) != 0 && cooldown_entry_get_written (self) == 0;
}

static gboolean
fail (GError **error, const char *field, const char *why)
{
  g_set_error (error, COOLDOWN_ENTRY_ERROR, COOLDOWN_ENTRY_ERROR_RANGE, "%s: %s", field, why);
  return FALSE;
}

static gboolean
is_moment (gint64 wall)
{
  return wall >= EARLIEST && wall < LATEST;
}

static gboolean
is_uid (const char *uid)
{
  gsize length = strlen (uid);

  return length > 0 && length <= COOLDOWN_ENTRY_MAX_UID && strspn (uid, UID_CHARACTERS) == length;
}

static gboolean
check_about (CooldownEntry *self, GError **error)
{
  if (cooldown_entry_get_uid (self) == NULL)
    return fail (error, "uid", "missing");
  if (!is_uid (cooldown_entry_get_uid (self)))
    return fail (error, "uid", "that is no id");
  if (cooldown_entry_get_edits (self) < 0 ||
      cooldown_entry_get_edits (self) > COOLDOWN_ENTRY_MAX_EDITS)
    return fail (error, "edits", "that is no number of edits");
  if (!is_moment (cooldown_entry_get_edited (self)))
    return fail (error, "edited", "not in the years 1970 to 2099");
  if (!is_moment (cooldown_entry_get_deleted (self)))
    return fail (error, "deleted", "not in the years 1970 to 2099");
  if (!is_moment (cooldown_entry_get_written (self)) ||
      ABS (cooldown_entry_get_written_offset (self)) > MAX_OFFSET)
    return fail (error, "written", "not in the years 1970 to 2099");
  if (cooldown_entry_get_written (self) == 0 && cooldown_entry_get_deleted (self) == 0)
    return fail (error, "written", "missing");
  return TRUE;
}

/* Two devices that note the same night must come to the same name for it; of one that was emptied
 * the name is all there is. */
static gboolean
check_night (CooldownEntry *self, GError **error)
{
  const char *uid = cooldown_entry_get_uid (self);
  const char *date = cooldown_entry_get_text (self, COOLDOWN_FIELD_NIGHT_DATE);
  const char *named = g_str_has_prefix (uid, COOLDOWN_NIGHT_UID)
                          ? uid + strlen (COOLDOWN_NIGHT_UID) : "";
  GDate parsed;

  if (cooldown_date_parse (named, &parsed) &&
      (cooldown_entry_is_emptied (self) || g_strcmp0 (named, date) == 0))
    return TRUE;
  return fail (error, "uid", "a night is called “" COOLDOWN_NIGHT_UID "” and its date");
}

static gboolean
check_session (CooldownEntry *self, GError **error)
{
  const char *text = cooldown_entry_get_text (self, COOLDOWN_FIELD_SESSION_PLAN);
  g_autoptr (GVariant) plan = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);

  if (plan == NULL)
    return fail (error, "plan", "that is no plan");
  if (cooldown_entry_get_number (self, COOLDOWN_FIELD_SESSION_OPEN))
    return fail (error, "open", "a session that goes on stays where it is");
  return TRUE;
}

/**
 * cooldown_entry_check_whole:
 * @self: an entry
 * @error: return location
 *
 * Returns: whether it can go from one journal to another; %FALSE with @error set to the name of the
 *   first field that keeps it from that, and why
 */
gboolean
cooldown_entry_check_whole (CooldownEntry *self, GError **error)
{
  gboolean emptied = cooldown_entry_is_emptied (self);

  if (!check_about (self, error))
    return FALSE;
  if (!emptied && !cooldown_entry_validate (self, error))
    return FALSE;
  if (cooldown_entry_get_kind (self) == COOLDOWN_ENTRY_NIGHT)
    return check_night (self, error);
  return emptied || cooldown_entry_get_kind (self) != COOLDOWN_ENTRY_SESSION ||
         check_session (self, error);
}

/**
 * cooldown_json_append_string:
 * @text: what it is written to
 * @string: a string
 *
 * Writes a JSON string; what is not UTF-8 in it is replaced.
 */
void
cooldown_json_append_string (GString *text, const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);

  g_string_append_c (text, '"');
  for (const char *c = valid; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (text, '\\');
      if (*c == '\n')
        g_string_append (text, "\\n");
      else if ((guchar) *c < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static void
append_name (GString *text, const char *name)
{
  if (text->str[text->len - 1] != '{')
    g_string_append_c (text, ',');
  g_string_append_printf (text, "\"%s\":", name);
}

static void
append_string_member (GString *text, const char *name, const char *string)
{
  append_name (text, name);
  cooldown_json_append_string (text, string);
}

static void
append_time_member (GString *text, const char *name, gint64 wall, gint32 offset)
{
  append_name (text, name);
  g_string_append_c (text, '"');
  cooldown_iso_append (text, wall, offset);
  g_string_append_c (text, '"');
}

static void
append_ids (GString *text, CooldownEntry *self, CooldownField field)
{
  g_auto (GStrv) ids = cooldown_entry_get_ids (self, field);

  g_string_append_c (text, '[');
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      cooldown_json_append_string (text, ids[i]);
    }
  g_string_append_c (text, ']');
}

static void
append_field (GString *text, CooldownEntry *self, CooldownField field)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);

  switch (info->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      append_time_member (text, info->name, cooldown_entry_get_time (self, field),
                          cooldown_entry_get_time_offset (self, field));
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
      append_name (text, info->name);
      g_string_append_printf (text, "%" G_GINT64_FORMAT, cooldown_entry_get_number (self, field));
      break;
    case COOLDOWN_TYPE_FIELD_FLAG:
      append_name (text, info->name);
      g_string_append (text, cooldown_entry_get_number (self, field) ? "true" : "false");
      break;
    case COOLDOWN_TYPE_FIELD_IDS:
      append_name (text, info->name);
      append_ids (text, self, field);
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
    case COOLDOWN_TYPE_FIELD_CHOICE:
    case COOLDOWN_TYPE_FIELD_REFERENCE:
    default:
      append_string_member (text, info->name, cooldown_entry_get_text (self, field));
      break;
    }
}

/* Whether there is something to write; a list without ids is not noted. */
static gboolean
is_noted (CooldownEntry *self, CooldownField field)
{
  if (!cooldown_entry_has (self, field))
    return FALSE;
  return cooldown_field_get_info (field)->type != COOLDOWN_TYPE_FIELD_IDS ||
         *cooldown_entry_get_text (self, field) != '\0';
}

static void
append_events (GString *text, CooldownEntry *self)
{
  append_name (text, "events");
  g_string_append_c (text, '[');
  for (guint i = 0; i < cooldown_entry_get_n_events (self); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (self, i);

      g_string_append (text, i > 0 ? ",{" : "{");
      append_string_member (text, "name", event->name);
      if (*event->arg != '\0')
        append_string_member (text, "arg", event->arg);
      append_time_member (text, "at", event->at, event->offset);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
}

static void
append_fields (GString *text, CooldownEntry *self)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (self);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  if (cooldown_entry_is_emptied (self))
    return;
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    if (is_noted (self, (CooldownField) (first + i)))
      append_field (text, self, (CooldownField) (first + i));
  if (kind == COOLDOWN_ENTRY_SESSION)
    append_events (text, self);
}

/**
 * cooldown_entry_fields_to_json:
 * @self: an entry that is whole
 *
 * Returns: (transfer full): what it notes, without what is about the note itself
 */
char *
cooldown_entry_fields_to_json (CooldownEntry *self)
{
  g_autoptr (GString) text = g_string_new ("{");

  append_fields (text, self);
  g_string_append_c (text, '}');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cooldown_entry_to_json:
 * @self: an entry that is whole, see [method@Cooldown.Entry.check_whole]
 *
 * Returns: (transfer full): all of it, on one line
 */
char *
cooldown_entry_to_json (CooldownEntry *self)
{
  g_autoptr (GString) text = g_string_new ("{");

  append_string_member (text, "uid", cooldown_entry_get_uid (self));
  append_name (text, "edits");
  g_string_append_printf (text, "%" G_GINT64_FORMAT, cooldown_entry_get_edits (self));
  if (cooldown_entry_get_edited (self) != 0)
    append_time_member (text, "edited", cooldown_entry_get_edited (self), 0);
  if (cooldown_entry_get_deleted (self) != 0)
    append_time_member (text, "deleted", cooldown_entry_get_deleted (self), 0);
  if (cooldown_entry_get_written (self) != 0)
    append_time_member (text, "written", cooldown_entry_get_written (self),
                        cooldown_entry_get_written_offset (self));
  append_fields (text, self);
  g_string_append_c (text, '}');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
