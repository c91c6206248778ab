/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Three devices that each have a copy of a shared folder, and something that carries files between
 * these copies late, more than once, or not at all. Their clocks are wrong, by years and each in its
 * own way. When all has been carried at last, they have the same journal, and nothing is lost that
 * nobody meant to lose.
 */
#include "scribe.h"

#include "../core/life.h"
#include "core/journal-emptied.h"
#include "report/export-json.h"
#include "report/shared-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_DEVICES 3
#define STEPS 60
#define YEARS 70

static const char *const names[N_DEVICES] = { "0000000a", "0000000b", "0000000c" };

static const CooldownField texts[] = { COOLDOWN_FIELD_EPISODE_NOTES, COOLDOWN_FIELD_EPISODE_PAIN,
                                       COOLDOWN_FIELD_EPISODE_CLOTHING };

typedef struct
{
  Device *device;
  char *folder;      /* its copy of the shared one */
  GPtrArray *files;  /* (element-type GBytes): all that it ever wrote there */
  CooldownSession *session; /* (nullable): what goes on */
} Place;

typedef struct
{
  GRand *chance;
  Place places[N_DEVICES];
  GPtrArray *uids;       /* (element-type utf8): of episodes */
  GHashTable *written;   /* texts that somebody wrote, and the episode they belong to */
  GHashTable *given_up;  /* texts that somebody replaced who saw them */
  GHashTable *forgotten; /* uids */
  guint n_texts;
} World;

static gint32
below (World *world, guint n)
{
  return g_rand_int_range (world->chance, 0, (gint32) n);
}

static void
world_set_up (World *world, GRand *chance)
{
  *world = (World){ .chance = chance };
  for (guint i = 0; i < N_DEVICES; i++)
    {
      Place *place = &world->places[i];

      place->device = device_new (names[i]);
      place->folder = g_dir_make_tmp ("cooldown-XXXXXX", NULL);
      place->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
    }
  world->uids = g_ptr_array_new_with_free_func (g_free);
  world->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world->given_up = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->forgotten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
world_tear_down (World *world)
{
  for (guint i = 0; i < N_DEVICES; i++)
    {
      Place *place = &world->places[i];

      g_clear_object (&place->session);
      device_free (place->device);
      device_remove_folder (place->folder);
      g_free (place->folder);
      g_ptr_array_unref (place->files);
    }
  g_ptr_array_unref (world->uids);
  g_hash_table_unref (world->written);
  g_hash_table_unref (world->given_up);
  g_hash_table_unref (world->forgotten);
}

/* To any time at all: nobody's clock is right, and some go back. */
static void
turn_clock (World *world, Place *place)
{
  gint64 years = below (world, YEARS) - YEARS / 3;

  cooldown_fake_clock_set_wall (place->device->clock,
                                COOLDOWN_FAKE_CLOCK_START + years * 365 * 24 * COOLDOWN_HOUR);
}

/* Somebody who sees these texts and changes the entry has seen them. */
static void
give_up (World *world, CooldownEntry *entry, CooldownField field)
{
  const char *text = cooldown_entry_get_text (entry, field);

  if (text != NULL)
    g_hash_table_add (world->given_up, g_strdup (text));
}

static void
write_text (World *world, CooldownEntry *entry, Place *place)
{
  CooldownField field = texts[below (world, G_N_ELEMENTS (texts))];
  char *text = g_strdup_printf ("<%u by %s>", world->n_texts++, place->device->name);
  g_autoptr (GError) error = NULL;

  give_up (world, entry, field);
  cooldown_entry_set_text (entry, field, text);
  cooldown_journal_put_entry (place->device->journal, entry, &error);
  g_assert_no_error (error);
  g_hash_table_insert (world->written, text, g_strdup (cooldown_entry_get_uid (entry)));
}

static void
begin_episode (World *world, Place *place)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, COOLDOWN_FAKE_CLOCK_START, 0);
  write_text (world, entry, place);
  g_ptr_array_add (world->uids, g_strdup (cooldown_entry_get_uid (entry)));
}

/* An episode that is known at that place, or NULL. */
static CooldownEntry *
pick (World *world, Place *place)
{
  if (world->uids->len == 0)
    return NULL;
  return cooldown_journal_get_entry (place->device->journal, COOLDOWN_ENTRY_EPISODE,
                                     world->uids->pdata[below (world, world->uids->len)], NULL);
}

/* Puts an older version in place of what counts. */
static void
take_back (World *world, Place *place, CooldownEntry *entry)
{
  g_autoptr (GPtrArray) older =
    cooldown_journal_get_older (place->device->journal, COOLDOWN_ENTRY_EPISODE,
                                cooldown_entry_get_uid (entry), NULL);
  CooldownEntry *version;

  if (older->len == 0)
    return;
  version = ((CooldownVersion *) older->pdata[below (world, older->len)])->entry;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      give_up (world, entry, texts[i]);
      cooldown_entry_set_text (entry, texts[i], cooldown_entry_get_text (version, texts[i]));
    }
  g_assert_true (cooldown_journal_put_entry (place->device->journal, entry, NULL));
}

static void
mark (Place *place, CooldownEntry *entry)
{
  gboolean deleted = cooldown_entry_get_deleted (entry) != 0;

  g_assert_true (cooldown_journal_mark_entry (place->device->journal, COOLDOWN_ENTRY_EPISODE,
                                              cooldown_entry_get_uid (entry), !deleted, NULL));
}

static void
forget (World *world, Place *place, CooldownEntry *entry)
{
  const char *uid = cooldown_entry_get_uid (entry);

  g_assert_true (journal_write_emptied (place->device->journal, COOLDOWN_ENTRY_EPISODE, uid,
                                        cooldown_entry_get_edits (entry) + 1,
                                        COOLDOWN_FAKE_CLOCK_START, COOLDOWN_FAKE_CLOCK_START,
                                        NULL));
  g_hash_table_add (world->forgotten, g_strdup (uid));
}

static void
edit (World *world, Place *place)
{
  g_autoptr (CooldownEntry) entry = pick (world, place);
  int what = below (world, 20);

  if (entry == NULL)
    return;
  if (what == 0)
    forget (world, place, entry);
  else if (cooldown_entry_get_written (entry) == 0)
    return;
  else if (what < 4)
    mark (place, entry);
  else if (what < 7)
    take_back (world, place, entry);
  else
    write_text (world, entry, place);
}

/* What the agent of that place writes: a session goes on, with tingling in it, and ends. */
static void
go_on (World *world, Place *place)
{
  CooldownJournal *journal = place->device->journal;
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (place->device->clock));
  gboolean ends = below (world, 3) == 0;

  if (place->session == NULL)
    place->session =
      cooldown_session_new ("recovery", g_variant_new_parsed ("{'kind': <'run'>}"));
  cooldown_session_append (place->session, "step", place->device->name, &now);
  g_assert_true (cooldown_journal_save_session (journal, place->session, !ends, NULL));
  cooldown_journal_open_episode (journal, now.wall, cooldown_session_get_id (place->session), "after",
                                 NULL);
  cooldown_journal_rate_night (journal, "2026-11-21", (guint) below (world, 11), NULL);
  if (ends && below (world, 4) > 0)
    g_clear_object (&place->session);
}

static void
synchronize (Place *place)
{
  g_autoptr (GFile) folder = g_file_new_for_path (place->folder);
  g_autoptr (CooldownSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *own = g_strdup_printf ("%s/cooldown-%s.json", place->folder, place->device->name);
  char *contents;
  gsize size;

  cooldown_shared_folder_sync (folder, place->device->name, place->device->journal, &report, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (own, &contents, &size, NULL));
  g_ptr_array_add (place->files, g_bytes_new_take (contents, size));
}

static void
lay (Place *to, const char *name, GBytes *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (to->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) size, NULL));
}

/* Any file that was ever written, whole or in part, under its name or that of a conflict. */
static void
carry (World *world)
{
  Place *from = &world->places[below (world, N_DEVICES)];
  Place *to = &world->places[below (world, N_DEVICES)];
  g_autofree char *name = NULL;
  GBytes *bytes;
  gsize size;

  if (from->files->len == 0 || from == to)
    return;
  bytes = from->files->pdata[below (world, from->files->len)];
  size = g_bytes_get_size (bytes);
  if (below (world, 5) == 0)
    size = (gsize) below (world, (guint) size);
  name = g_strdup_printf ("cooldown-%s%s.json", from->device->name,
                          below (world, 5) == 0 ? ".sync-conflict-20261122-170000-ABCDEFG" : "");
  lay (to, name, bytes, size);
}

static void
live (World *world)
{
  Place *place = &world->places[below (world, N_DEVICES)];
  int what = below (world, 10);

  if (below (world, 3) == 0)
    turn_clock (world, place);
  else
    cooldown_fake_clock_advance (place->device->clock, COOLDOWN_MINUTE);
  if (what == 0)
    begin_episode (world, place);
  else if (what < 5)
    edit (world, place);
  else if (what == 5)
    go_on (world, place);
  else if (what < 8)
    carry (world);
  else
    synchronize (place);
}

/* All that goes on ends, and all newest files reach everyone. */
static void
settle (World *world)
{
  for (guint i = 0; i < N_DEVICES; i++)
    {
      Place *place = &world->places[i];

      if (place->session != NULL)
        g_assert_true (
          cooldown_journal_save_session (place->device->journal, place->session, FALSE, NULL));
    }
  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 0; i < N_DEVICES; i++)
        synchronize (&world->places[i]);
      for (guint i = 0; i < N_DEVICES * N_DEVICES; i++)
        {
          Place *from = &world->places[i / N_DEVICES], *to = &world->places[i % N_DEVICES];
          GBytes *newest = from->files->pdata[from->files->len - 1];
          g_autofree char *name = g_strdup_printf ("cooldown-%s.json", from->device->name);

          if (from != to)
            lay (to, name, newest, g_bytes_get_size (newest));
        }
    }
  for (guint i = 0; i < N_DEVICES; i++)
    synchronize (&world->places[i]);
}

static void
assert_nothing_lost (World *world, const char *json)
{
  GHashTableIter iter;
  gpointer text, uid;

  g_hash_table_iter_init (&iter, world->written);
  while (g_hash_table_iter_next (&iter, &text, &uid))
    if (strstr (json, text) == NULL && !g_hash_table_contains (world->given_up, text) &&
        !g_hash_table_contains (world->forgotten, uid))
      {
        g_test_message ("%s of %s is lost", (char *) text, (char *) uid);
        g_test_fail ();
      }
}

static void
live_once (GRand *chance)
{
  World world;
  g_autofree char *json = NULL;

  world_set_up (&world, chance);
  for (guint i = 0; i < STEPS; i++)
    live (&world);
  settle (&world);
  json = device_get_json (world.places[0].device);
  for (guint i = 1; i < N_DEVICES; i++)
    {
      g_autofree char *other = device_get_json (world.places[i].device);

      g_assert_cmpstr (json, ==, other);
    }
  assert_nothing_lost (&world, json);
  world_tear_down (&world);
}

static void
test_devices (void)
{
  const char *wanted = g_getenv ("COOLDOWN_TEST_WORLDS");
  guint64 n = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : 20;
  g_autoptr (GRand) chance = life_chance ("devices");

  for (guint64 i = 0; i < n; i++)
    {
      guint32 seed = g_rand_int (chance);
      g_autoptr (GRand) own = g_rand_new_with_seed (seed);

      live_once (own);
      if (g_test_failed ())
        g_test_message ("world %u", (guint) i);
    }
  g_test_message ("%u worlds of %d steps", (guint) n, STEPS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/devices", test_devices);
  return g_test_run ();
}
