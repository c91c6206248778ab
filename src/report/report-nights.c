/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the nights say. */
#include "entry-words.h"
#include "report-material.h"

#include <glib/gi18n.h>

static const char *const features[] = { "feel-urge", "when-rest", "when-move-helps", "when-night" };
#define COSTS_SLEEP "when-sleep"

static void
figure_free (gpointer data)
{
  CooldownReportFigure *figure = data;

  g_free (figure->number);
  g_free (figure->name);
  g_free (figure);
}

/* Takes both. */
static void
add_figure (CooldownReportNights *self, char *number, char *name)
{
  CooldownReportFigure *figure = g_new0 (CooldownReportFigure, 1);

  figure->number = number;
  figure->name = name;
  g_ptr_array_add (self->figures, figure);
}

static guint
count_feature (GPtrArray *nights, const char *item)
{
  guint n = 0;

  for (guint i = 0; i < nights->len; i++)
    n += cooldown_entry_has_id (g_ptr_array_index (nights, i), COOLDOWN_FIELD_NIGHT_FEATURES, item);
  return n;
}

static guint
count_restless (GPtrArray *nights, int least)
{
  guint n = 0;

  for (guint i = 0; i < nights->len; i++)
    n += cooldown_entry_get_number (g_ptr_array_index (nights, i), COOLDOWN_FIELD_NIGHT_RESTLESS) >=
         least;
  return n;
}

/* Of all nights from the first that is noted to the last. */
static char *
say_noted (GPtrArray *nights, guint n_rated)
{
  g_autoptr (GDateTime) first = cooldown_report_get_date (g_ptr_array_index (nights, 0));
  g_autoptr (GDateTime)
      last = cooldown_report_get_date (g_ptr_array_index (nights, nights->len - 1));
  g_autofree char *from = cooldown_date_format_short (first);
  g_autofree char *to = cooldown_date_format_short (last);
  guint n_all = (guint) (g_date_time_difference (last, first) / G_TIME_SPAN_DAY) + 1;

  /* Translators: 26 of 28 nights, "25 Oct" to "21 Nov" */
  return g_strdup_printf (_ ("%1$u of %2$u noted, %3$s to %4$s, restlessness 0–10"), n_rated, n_all,
                          from, to);
}

static void
add_figures (CooldownReportNights *self, const CooldownReportMaterial *material, GPtrArray *nights)
{
  int least = cooldown_content_get_evening_numbers (material->content)->restless_min;
  CooldownSpread restless = cooldown_spread_of_field (nights, COOLDOWN_FIELD_NIGHT_RESTLESS);
  CooldownSpread sleep = cooldown_spread_of_field (nights, COOLDOWN_FIELD_NIGHT_SLEEP);
  guint n;

  if (restless.n > 0)
    {
      add_figure (self, cooldown_report_say_number (restless.median),
                  g_strdup (C_ ("nights", "median")));
      n = count_restless (nights, least);
      add_figure (
          self, g_strdup_printf ("%u", n),
          /* Translators: after how many nights: that restless, on a scale from 0 to 10 */
          g_strdup_printf (ngettext ("night of %d or more", "nights of %d or more", n), least));
    }
  n = count_feature (nights, COSTS_SLEEP);
  add_figure (self, g_strdup_printf ("%u", n),
              /* Translators: after how many nights */
              g_strdup (ngettext ("cost me sleep", "cost me sleep", n)));
  if (sleep.n > 0)
    add_figure (self, cooldown_minutes_format ((gint64) (sleep.median + .5)),
                g_strdup (C_ ("nights", "sleep (median)")));
}

static char *
say_feature (const CooldownReportMaterial *material, GPtrArray *nights, const char *item)
{
  const char *name = cooldown_choice_get_name (COOLDOWN_FIELD_NIGHT_FEATURES, item);
  guint n = count_feature (nights, item);
  guint n_checks = cooldown_report_count_checks (material, item);

  if (n > 0)
    return g_strdup_printf (
        /* Translators: a feature of restless legs and in how many nights: "Urge to move", 12 */
        ngettext ("%1$s: %2$u night", "%1$s: %2$u nights", n), name, n);
  if (n_checks > 0)
    return g_strdup_printf (
        /* Translators: a feature of restless legs and in how many checks: "Urge to move", 2 */
        ngettext ("%1$s: %2$u check", "%1$s: %2$u checks", n_checks), name, n_checks);
  /* Translators: a feature of restless legs: "Urge to move" */
  return g_strdup_printf (_ ("%s: not noted"), name);
}

static guint
count_started (GPtrArray *nights, const char *when)
{
  guint n = 0;

  for (guint i = 0; i < nights->len; i++)
    if (g_strcmp0 (cooldown_entry_get_text (g_ptr_array_index (nights, i),
                                            COOLDOWN_FIELD_NIGHT_STARTED),
                   when) == 0)
      n++;
  return n;
}

static void
add_started (CooldownReportNights *self, GPtrArray *nights)
{
  guint evening = count_started (nights, "evening");
  guint in_bed = count_started (nights, "in-bed");
  guint night = count_started (nights, "night");

  if (evening + in_bed + night > 0)
    g_ptr_array_add (self->features,
                     /* Translators: in how many nights restless legs began when */
                     g_strdup_printf (_ ("Began before bed: %1$u, in bed: %2$u, woke me: %3$u"),
                                      evening, in_bed, night));
}

static void
add_to_sleep (CooldownReportNights *self, GPtrArray *nights)
{
  CooldownSpread spread = cooldown_spread_of_field (nights, COOLDOWN_FIELD_NIGHT_TO_SLEEP);
  g_autofree char *length = cooldown_minutes_format ((gint64) (spread.median + .5));

  if (spread.n > 0)
    g_ptr_array_add (self->features,
                     /* Translators: how long it took to fall asleep: "40 min", in so many nights */
                     g_strdup_printf (ngettext ("Asleep after about %1$s (%2$u night)",
                                                "Asleep after about %1$s (median of %2$u nights)",
                                                spread.n),
                                      length, spread.n));
}

/* Adds the nights in which it was noted that the legs were restless. */
static void
find_restless_nights (CooldownEntry *session, GHashTable *nights)
{
  for (guint i = 0; i < cooldown_entry_get_n_events (session); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (session, i);
      char *night = g_str_equal (event->name, "restless")
                        ? cooldown_moment_get_night (event->at, event->offset)
                        : NULL;

      if (night != NULL)
        g_hash_table_add (nights, night);
    }
}

/* How often that was noted with the button for it, while it went on; %NULL for never. */
static char *
say_restless (GPtrArray *sessions)
{
  g_autoptr (GHashTable) nights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_times = 0, n_nights;
  g_autofree char *times = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      n_times += cooldown_entry_count_events (g_ptr_array_index (sessions, i), "restless");
      find_restless_nights (g_ptr_array_index (sessions, i), nights);
    }
  if (n_times == 0)
    return NULL;
  n_nights = g_hash_table_size (nights);
  times = g_strdup_printf (ngettext ("%u time", "%u times", n_times), n_times);
  /* Translators: "5 times", 4; noted while it went on, in the evening or at night */
  return g_strdup_printf (ngettext ("Restless legs noted then and there: %1$s in %2$u night",
                                    "Restless legs noted then and there: %1$s in %2$u nights",
                                    n_nights),
                          times, n_nights);
}

static void
add_nights (CooldownReportNights *self, const CooldownReportMaterial *material, GPtrArray *nights)
{
  self->noted = say_noted (nights,
                           cooldown_spread_of_field (nights, COOLDOWN_FIELD_NIGHT_RESTLESS).n);
  add_figures (self, material, nights);
  add_started (self, nights);
  add_to_sleep (self, nights);
}

/**
 * cooldown_report_nights_new:
 * @self: the material
 *
 * Returns: (transfer full) (nullable): what the nights say, or %NULL if neither a night nor restless
 *   legs in one are noted
 */
CooldownReportNights *
cooldown_report_nights_new (const CooldownReportMaterial *self)
{
  GPtrArray *nights = self->kinds[COOLDOWN_ENTRY_NIGHT];
  g_autofree char *restless = say_restless (self->kinds[COOLDOWN_ENTRY_SESSION]);
  CooldownReportNights *words;
  g_autofree char *medicines = NULL;

  if (nights->len == 0 && restless == NULL)
    return NULL;
  words = g_new0 (CooldownReportNights, 1);
  words->figures = g_ptr_array_new_with_free_func (figure_free);
  words->features = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    g_ptr_array_add (words->features, say_feature (self, nights, features[i]));
  if (nights->len > 0)
    add_nights (words, self, nights);
  else
    words->noted = g_strdup (_ ("How the nights were is not noted."));
  if (restless != NULL)
    g_ptr_array_add (words->features, g_steal_pointer (&restless));
  medicines = cooldown_report_list_texts (self->kinds[COOLDOWN_ENTRY_EPISODE],
                                          COOLDOWN_FIELD_EPISODE_MEDICINE);
  words->medicines = g_strdup (*medicines != '\0' || cooldown_report_is_you (self, "you-medicine")
                                   ? _ ("Medicines: see above")
                                   : _ ("Medicines: none noted"));
  return words;
}

/**
 * cooldown_report_nights_free:
 * @self: (nullable): what the nights say
 */
void
cooldown_report_nights_free (CooldownReportNights *self)
{
  if (self == NULL)
    return;
  g_free (self->noted);
  g_free (self->medicines);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->features);
  g_free (self);
}
