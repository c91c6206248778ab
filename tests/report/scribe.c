/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scribe.h"

#include "../core/life.h"
#include "core/journal-emptied.h"
#include "report/export-json.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIRST_MOMENT G_GINT64_CONSTANT (946684800)
#define LAST_MOMENT G_GINT64_CONSTANT (4102444799)

/* What a spreadsheet would take for something else, and what breaks rows. */
static const char *const traps[] = {
  "", "=1+1", "- better", "+ heat", "@home", "'quoted'", "a\r\nb", "\"", ",", "\ttab", " ", "\r",
};

static const char *const ids[] = { "feel-tingle", "left-calf", "ice:weaker", "x", "0", "when-night" };

static char *
random_text (GRand *chance)
{
  if (g_rand_boolean (chance))
    return g_strdup (traps[g_rand_int_range (chance, 0, G_N_ELEMENTS (traps))]);
  return life_text (chance, 100);
}

static char *
random_ids (GRand *chance)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_rand_boolean (chance))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ids[i]);
  return g_string_free (text, FALSE);
}

static gint32
random_offset (GRand *chance)
{
  return g_rand_int_range (chance, -14 * 4, 14 * 4 + 1) * 900;
}

static gint64
random_moment (GRand *chance)
{
  return (FIRST_MOMENT + (gint64) (g_rand_double (chance) * (LAST_MOMENT - FIRST_MOMENT))) *
         COOLDOWN_SECOND;
}

static void
set_random_ids (GRand *chance, CooldownEntry *entry, CooldownField field)
{
  g_autofree char *text = random_ids (chance);

  if (*text != '\0')
    cooldown_entry_set_text (entry, field, text);
}

static void
set_random_text (GRand *chance, CooldownEntry *entry, CooldownField field)
{
  g_autofree char *text = random_text (chance);

  if (strlen (text) <= (gsize) cooldown_field_get_info (field)->max)
    cooldown_entry_set_text (entry, field, text);
  else
    cooldown_entry_set_text (entry, field, "short");
}

static void
set_random (GRand *chance, CooldownEntry *entry, CooldownField field)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);
  gint32 n_choices;

  switch (info->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      cooldown_entry_set_time (entry, field, random_moment (chance), random_offset (chance));
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
      cooldown_entry_set_number (entry, field,
                                 g_rand_int_range (chance, (gint32) info->min,
                                                   (gint32) info->max + 1));
      break;
    case COOLDOWN_TYPE_FIELD_FLAG:
      cooldown_entry_set_number (entry, field, g_rand_boolean (chance));
      break;
    case COOLDOWN_TYPE_FIELD_CHOICE:
      n_choices = (gint32) g_strv_length ((char **) info->choices);
      cooldown_entry_set_text (entry, field, info->choices[g_rand_int_range (chance, 0, n_choices)]);
      break;
    case COOLDOWN_TYPE_FIELD_IDS:
      set_random_ids (chance, entry, field);
      break;
    case COOLDOWN_TYPE_FIELD_REFERENCE:
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
    default:
      set_random_text (chance, entry, field);
      break;
    }
}

/* What must make sense together. */
static void
set_sensible (GRand *chance, CooldownEntry *entry)
{
  g_autofree char *date = NULL;
  gint64 began;

  switch (cooldown_entry_get_kind (entry))
    {
    case COOLDOWN_ENTRY_EPISODE:
      began = cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN);
      if (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_ENDED))
        cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_ENDED,
                                 MIN (began + COOLDOWN_HOUR, LAST_MOMENT * COOLDOWN_SECOND),
                                 random_offset (chance));
      break;
    case COOLDOWN_ENTRY_NIGHT:
      date = g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (chance, 0, 100),
                              g_rand_int_range (chance, 1, 13), g_rand_int_range (chance, 1, 29));
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, date);
      break;
    case COOLDOWN_ENTRY_SESSION:
      cooldown_entry_set_number (entry, COOLDOWN_FIELD_SESSION_OPEN, FALSE);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_SESSION_PLAN,
                               "{'minutes': <uint32 10>, 'site': <'toes'>}");
      break;
    case COOLDOWN_ENTRY_WORKOUT:
    case COOLDOWN_ENTRY_CHECK:
    case COOLDOWN_ENTRY_SIGN:
    default:
      break;
    }
}

static void
add_random_events (GRand *chance, CooldownEntry *entry)
{
  gint64 at = random_moment (chance) % (LAST_MOMENT * COOLDOWN_SECOND / 2) +
              FIRST_MOMENT * COOLDOWN_SECOND;

  for (gint32 i = g_rand_int_range (chance, 0, 6); i > 0; i--)
    {
      g_autofree char *arg = random_text (chance);

      cooldown_entry_add_event (entry, ids[g_rand_int_range (chance, 0, G_N_ELEMENTS (ids))], arg,
                                at, random_offset (chance));
      at += g_rand_int_range (chance, 0, 3600) * COOLDOWN_SECOND;
    }
}

/**
 * scribe_new_entry:
 * @chance: chance
 * @kind: what it is about
 *
 * Returns: (transfer full): an entry with any of its fields, without references
 */
CooldownEntry *
scribe_new_entry (GRand *chance, CooldownEntryKind kind)
{
  CooldownEntry *entry = cooldown_entry_new (kind);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      CooldownField field = (CooldownField) (first + i);

      if (cooldown_field_get_info (field)->always || g_rand_boolean (chance))
        set_random (chance, entry, field);
    }
  set_sensible (chance, entry);
  if (kind == COOLDOWN_ENTRY_SESSION)
    add_random_events (chance, entry);
  return entry;
}

/* One of the entries of that kind, or NULL. */
static CooldownEntry *
pick (GRand *chance, GPtrArray *entries, CooldownEntryKind kind)
{
  for (guint tries = 0; entries->len > 0 && tries < 10; tries++)
    {
      CooldownEntry *entry =
        entries->pdata[g_rand_int_range (chance, 0, (gint32) entries->len)];

      if (cooldown_entry_get_kind (entry) == kind)
        return entry;
    }
  return NULL;
}

static void
refer (GRand *chance, CooldownEntry *entry, GPtrArray *entries, GHashTable *taken)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      CooldownField field = (CooldownField) (first + i);
      const CooldownFieldInfo *info = cooldown_field_get_info (field);
      CooldownEntry *other;

      if (info->type != COOLDOWN_TYPE_FIELD_REFERENCE || g_rand_boolean (chance))
        continue;
      other = pick (chance, entries, info->refers_to);
      /* A session belongs to one workout. */
      if (other != NULL && (kind != COOLDOWN_ENTRY_WORKOUT || g_hash_table_add (taken, other)))
        cooldown_entry_set_text (entry, field, cooldown_entry_get_uid (other));
    }
}

static void
put (CooldownJournal *journal, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;

  cooldown_journal_put_entry (journal, entry, &error);
  g_assert_no_error (error);
}

/* Deletes it, and may take everything out of it. */
static void
take_away (CooldownJournal *journal, GRand *chance, CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  const char *uid = cooldown_entry_get_uid (entry);
  g_autoptr (CooldownEntry) now = NULL;

  g_assert_true (cooldown_journal_mark_entry (journal, kind, uid, TRUE, NULL));
  now = cooldown_journal_get_entry (journal, kind, uid, NULL);
  if (g_rand_boolean (chance))
    g_assert_true (journal_write_emptied (journal, kind, uid, cooldown_entry_get_edits (now),
                                          cooldown_entry_get_edited (now),
                                          cooldown_entry_get_deleted (now), NULL));
}

/**
 * scribe_fill:
 * @journal: a journal
 * @clock: its clock, which is set to and fro
 * @chance: chance
 * @n: how many entries to write; some are changed or deleted afterwards
 */
void
scribe_fill (CooldownJournal *journal, CooldownFakeClock *clock, GRand *chance, guint n)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      CooldownEntryKind kind =
        (CooldownEntryKind) g_rand_int_range (chance, 0, COOLDOWN_N_ENTRY_KINDS);
      CooldownEntry *entry = scribe_new_entry (chance, kind);

      cooldown_fake_clock_set_wall (clock, random_moment (chance));
      refer (chance, entry, entries, taken);
      put (journal, entry);
      g_ptr_array_add (entries, entry);
    }
  for (guint i = 0; i < n / 3; i++)
    {
      CooldownEntry *entry = entries->pdata[g_rand_int_range (chance, 0, (gint32) entries->len)];
      g_autoptr (CooldownEntry) now = cooldown_journal_get_entry (
        journal, cooldown_entry_get_kind (entry), cooldown_entry_get_uid (entry), NULL);

      cooldown_fake_clock_set_wall (clock, random_moment (chance));
      if (cooldown_entry_get_deleted (now) != 0)
        continue;
      if (cooldown_entry_get_kind (now) == COOLDOWN_ENTRY_EPISODE && g_rand_boolean (chance))
        {
          cooldown_entry_set_text (now, COOLDOWN_FIELD_EPISODE_NOTES, "changed");
          put (journal, now);
        }
      else
        take_away (journal, chance, now);
    }
}

/**
 * device_new:
 * @name: what names it
 *
 * Returns: (transfer full): a device with an empty journal
 */
Device *
device_new (const char *name)
{
  Device *self = g_new0 (Device, 1);
  g_autoptr (GError) error = NULL;

  self->name = g_strdup (name);
  self->clock = cooldown_fake_clock_new ();
  self->folder = g_dir_make_tmp ("cooldown-XXXXXX", &error);
  g_assert_no_error (error);
  self->journal = cooldown_journal_open (self->folder, COOLDOWN_CLOCK (self->clock), &error);
  g_assert_no_error (error);
  /* What a power cut leaves is another test's; this one writes very often. */
  g_assert_true (journal_run (self->journal, NULL, "PRAGMA synchronous = OFF", ""));
  return self;
}

/**
 * device_remove_folder:
 * @folder: a folder with files in it
 */
void
device_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        device_remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

/**
 * device_free:
 * @self: (transfer full): a device
 */
void
device_free (Device *self)
{
  g_clear_object (&self->journal);
  device_remove_folder (self->folder);
  g_object_unref (self->clock);
  g_free (self->folder);
  g_free (self->name);
  g_free (self);
}

/**
 * device_get_json:
 * @self: a device
 *
 * Returns: (transfer full): its journal as JSON, without the head
 */
char *
device_get_json (Device *self)
{
  g_autoptr (GError) error = NULL;
  guint n_left_out = 0;
  g_autoptr (GBytes) bytes = cooldown_export_json (self->journal, self->name, &n_left_out, &error);
  const char *body;

  g_assert_no_error (error);
  g_assert_cmpuint (n_left_out, ==, 0);
  body = g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       "\"episodes\"");
  return g_strndup (body, g_bytes_get_size (bytes) -
                            (gsize) (body - (const char *) g_bytes_get_data (bytes, NULL)));
}
