/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs cases that are told as people would tell them through the real content and the real
 * assessment, and says how often the description and the level that were expected came out. It is a
 * measurement: what is missed is printed, and nothing here knows why.
 *
 *   vignettes [FILE]     without a file: those of the project
 *
 * Exits with 0 when it could measure, whatever came out.
 */
#include "core/assessment.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdio.h>

typedef struct
{
  guint cases; /* with a description to find, or none to find, below urgent */
  guint top_1, top_3;
  guint levels, level_right, level_low;
} Score;

static const char *
get_string (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

static char **
get_strings (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonArray *array = json_object_get_array_member (object, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (strings, json_array_get_string_element (array, i));
  return g_strv_builder_end (strings);
}

static CooldownLevel
level_from_string (const char *name)
{
  for (CooldownLevel level = COOLDOWN_LEVEL_UNFINISHED; level <= COOLDOWN_LEVEL_EMERGENCY; level++)
    if (g_str_equal (cooldown_level_to_string (level), name))
      return level;
  return COOLDOWN_LEVEL_UNFINISHED;
}

/* Whether the first one expected is among the first @most; where none is expected none may be. */
static gboolean
is_hit (const CooldownAssessment *assessment, char **expected, guint most)
{
  if (expected[0] == NULL)
    return assessment->matches->len == 0;
  for (guint i = 0; i < MIN (most, assessment->matches->len); i++)
    {
      const CooldownMatch *match = g_ptr_array_index (assessment->matches, i);

      if (g_str_equal (match->id, expected[0]))
        return TRUE;
    }
  return FALSE;
}

static void
print_case (const char *id,
            CooldownLevel level,
            const CooldownAssessment *assessment,
            const char *verdict)
{
  printf ("%-24s %-10s", id, cooldown_level_to_string (level));
  for (guint i = 0; i < assessment->matches->len; i++)
    {
      const CooldownMatch *match = g_ptr_array_index (assessment->matches, i);

      printf (" %s %d", match->id, match->score);
    }
  printf (" %s\n", verdict);
}

static void
measure (CooldownContent *content, JsonObject *vignette, Score *score)
{
  g_auto (GStrv) items = get_strings (vignette, "ticks");
  g_auto (GStrv) expected = get_strings (vignette, "expected_causes");
  CooldownLevel wanted = level_from_string (get_string (vignette, "expected_triage"));
  g_autoptr (CooldownTicks) ticks = cooldown_ticks_new (content);
  g_autoptr (CooldownFinding) finding = NULL;
  g_autoptr (CooldownAssessment) assessment = NULL;
  gboolean counts, hit;

  cooldown_ticks_from_strv (ticks, (const char *const *) items);
  finding = cooldown_finding_new (content, ticks);
  assessment = cooldown_assessment_new (content, ticks, NULL);
  hit = is_hit (assessment, expected, 1);
  /* With emergency and urgent no description is shown: only the level counts. */
  counts = wanted < COOLDOWN_LEVEL_URGENT;
  score->levels++;
  score->level_right += finding->level == wanted;
  score->level_low += finding->level < wanted;
  score->cases += counts;
  score->top_1 += counts && hit;
  score->top_3 += counts && is_hit (assessment, expected, 3);
  print_case (get_string (vignette, "id"), finding->level, assessment,
              (hit || !counts) && finding->level == wanted ? "hit" : "miss");
}

int
main (int argc, char *argv[])
{
  const char *path = argc > 1 ? argv[1] : VIGNETTES_FILE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *vignettes;
  Score score = { 0 };

  setlocale (LC_ALL, "");
  content = cooldown_content_load_bundled (&error);
  if (content == NULL || !json_parser_load_from_file (parser, path, &error))
    {
      fprintf (stderr, "vignettes: %s\n", error->message);
      return 1;
    }
  vignettes = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (vignettes); i++)
    measure (content, json_array_get_object_element (vignettes, i), &score);
  printf ("top-1: %u of %u\n", score.top_1, score.cases);
  printf ("top-3: %u of %u\n", score.top_3, score.cases);
  printf ("level right: %u of %u\n", score.level_right, score.levels);
  printf ("level too low: %u\n", score.level_low);
  return 0;
}
