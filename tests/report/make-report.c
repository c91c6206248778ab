/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes a report of made-up notes, for the tests that look into it and for whoever wants to see
 * one:
 *
 *   make-report sample|none|one|nights|many|long|signs a4|letter|usual ltr|rtl OUT.pdf|OUT.txt
 */
#include "entries.h"
#include "sample.h"

#include "report/report.h"

#include <locale.h>
#include <string.h>

#define MANY 500
#define LONG_WORDS 9000

static CooldownEntry *
add_sign (GPtrArray *entries, const char *at, const char *outcome)
{
  CooldownEntry *sign = cooldown_entry_new (COOLDOWN_ENTRY_SIGN);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  cooldown_entry_set_uid (sign, at);
  cooldown_entry_set_time (sign, COOLDOWN_FIELD_SIGN_AT,
                           g_date_time_to_unix (time) * COOLDOWN_SECOND, 3600);
  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_ITEM, "warn-swollen-leg");
  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_OUTCOME, outcome);
  g_ptr_array_add (entries, sign);
  return sign;
}

static GPtrArray *
make_long (void)
{
  GPtrArray *entries = sample_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = 0; i < LONG_WORDS; i++)
    g_string_append_printf (notes, "word%u%s", i, i % 50 == 49 ? "\n" : " ");
  for (guint i = 0; i < 300; i++)
    g_string_append (word, "unbreakable");
  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_EPISODE)
        continue;
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_EASES, word->str);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_WORSENS, notes->str);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_PAIN, notes->str);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_MEDICINE, word->str);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, notes->str);
      /* One of them is enough for the notes themselves. */
      g_string_assign (notes, "See the first one.");
    }
  return entries;
}

static void
keep_kind (GPtrArray *entries, CooldownEntryKind kind)
{
  for (guint i = entries->len; i > 0; i--)
    if (cooldown_entry_get_kind (g_ptr_array_index (entries, i - 1)) != kind)
      g_ptr_array_remove_index (entries, i - 1);
}

static GPtrArray *
make_entries (const char *which)
{
  GPtrArray *entries;

  if (strcmp (which, "none") == 0)
    return entries_new ();
  if (strcmp (which, "one") == 0)
    {
      entries = entries_new ();
      entries_add_episode (entries, "2026-11-22T18:12:00+01", 4);
      cooldown_entry_set_number (g_ptr_array_index (entries, 0), COOLDOWN_FIELD_EPISODE_OPEN, 1);
      return entries;
    }
  if (strcmp (which, "many") == 0)
    return sample_new_many (MANY);
  if (strcmp (which, "long") == 0)
    return make_long ();
  entries = sample_new ();
  if (strcmp (which, "nights") == 0)
    keep_kind (entries, COOLDOWN_ENTRY_NIGHT);
  if (strcmp (which, "signs") == 0)
    {
      add_sign (entries, "2026-11-05T19:00:00+01", "ticked");
      add_sign (entries, "2026-11-07T12:00:00+01", "doctor");
    }
  return entries;
}

static gboolean
save (CooldownReport *report, const char *paper, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  double width = 595.28, height = 841.89;

  if (strcmp (paper, "letter") == 0)
    {
      width = 612;
      height = 792;
    }
  else if (strcmp (paper, "usual") == 0)
    cooldown_report_get_usual_paper (&width, &height);
  if (!g_str_has_suffix (path, ".txt"))
    return cooldown_report_save_pdf (report, file, width, height, NULL, error);
  text = cooldown_report_to_text (report);
  return g_file_set_contents (path, text, -1, error);
}

int
main (int argc, char **argv)
{
  static const char *const about_you[] = { "you-low-iron", "you-medicine", "you-feet", NULL };
  static const char *const gate[] = { "gate-frostbite", NULL };
  g_autoptr (CooldownContent) content = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CooldownReport) report = NULL;
  g_autoptr (GError) error = NULL;
  CooldownReportInput input = { .now = SAMPLE_NOW, .offset = 3600 };
  CooldownReportLook look = { 0 };

  setlocale (LC_ALL, "");
  if (argc != 5)
    return 2;
  content = cooldown_content_load_bundled (NULL);
  entries = make_entries (argv[1]);
  input.entries = entries;
  input.from = strcmp (argv[1], "many") == 0 ? NULL : SAMPLE_FROM;
  input.to = SAMPLE_TO;
  if (strcmp (argv[1], "signs") == 0)
    {
      input.about_you = about_you;
      input.gate = gate;
      input.descriptions = TRUE;
      look.name = "A Name That Is Somewhat Long for the Line It Stands On";
      look.born = "1980";
      look.question = "Can it be the shoes?";
    }
  look.rtl = strcmp (argv[3], "rtl") == 0;
  report = cooldown_report_new (&input, content, &look);
  if (save (report, argv[2], argv[4], &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
