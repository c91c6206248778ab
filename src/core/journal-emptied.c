/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows that note nothing: of entries that were deleted and emptied, and of entries that another one
 * refers to and that are still to come from another device.
 */
#include "journal-emptied.h"

#include "journal-rows.h"
#include "night.h"

#include <string.h>

/* What the edits of a row are that only waits for its entry. */
#define PLACEHOLDER_EDITS (-1)

/* Something harmless where a row may not be without. */
static void
fill_in (CooldownEntry *entry, CooldownField field)
{
  switch (cooldown_field_get_info (field)->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      cooldown_entry_set_time (entry, field, 0, 0);
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
    case COOLDOWN_TYPE_FIELD_FLAG:
      cooldown_entry_set_number (entry, field, 0);
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
    case COOLDOWN_TYPE_FIELD_CHOICE:
    case COOLDOWN_TYPE_FIELD_IDS:
    case COOLDOWN_TYPE_FIELD_REFERENCE:
    default:
      cooldown_entry_set_text (entry, field, "");
      break;
    }
}

static CooldownEntry *
new_emptied (CooldownEntryKind kind, const char *uid)
{
  CooldownEntry *entry = cooldown_entry_new (kind);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    if (cooldown_field_get_info ((CooldownField) (first + i))->always)
      fill_in (entry, (CooldownField) (first + i));
  /* There is one row for each night, and its uid tells which. */
  if (kind == COOLDOWN_ENTRY_NIGHT && g_str_has_prefix (uid, COOLDOWN_NIGHT_UID))
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, uid + strlen (COOLDOWN_NIGHT_UID));
  cooldown_entry_set_uid (entry, uid);
  return entry;
}

/* Leaves of an entry nothing but its uid, how often it was edited, and that it was deleted: its row
 * then has no time of writing, by which it is known. Makes the row if there is none. In a
 * transaction of the caller's; @edited and @deleted in microseconds since 1970 UTC. */
gboolean
journal_write_emptied (CooldownJournal *self,
                       CooldownEntryKind kind,
                       const char *uid,
                       gint64 edits,
                       gint64 edited,
                       gint64 deleted,
                       GError **error)
{
  g_autoptr (CooldownEntry) entry = new_emptied (kind, uid);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET written = 0, written_offset = 0"
                                          " WHERE uid = ?",
                                          journal_get_table (kind));

  cooldown_entry_set_edits (entry, edits, edited);
  cooldown_entry_set_deleted (entry, deleted);
  return journal_write_entry (self, entry, TRUE, error) && journal_run (self, error, sql, "s", uid);
}

/* Whether the row waits for its entry to come. */
gboolean
journal_is_placeholder (CooldownEntry *row)
{
  return cooldown_entry_get_edits (row) == PLACEHOLDER_EDITS;
}

/* Makes rows for what the entry refers to and is not there: it may come later, and until then the
 * reference shall not be lost. */
gboolean
journal_write_placeholders (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      CooldownField field = (CooldownField) (first + i);
      const CooldownFieldInfo *info = cooldown_field_get_info (field);
      const char *uid;

      if (info->type != COOLDOWN_TYPE_FIELD_REFERENCE)
        continue;
      uid = cooldown_entry_get_text (entry, field);
      if (uid != NULL && journal_find_row (self, info->refers_to, uid) == 0 &&
          !journal_write_emptied (self, info->refers_to, uid, PLACEHOLDER_EDITS, 0,
                                  COOLDOWN_SECOND, error))
        return FALSE;
    }
  return TRUE;
}
