/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "choice-words.h"

#include "workout-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_SEVERE 10

typedef struct
{
  CooldownField field;
  const char *id;
  const char *context;
  const char *name;
} Choice;

/* In the order in which they are offered. */
static const Choice choices[] = {
  { COOLDOWN_FIELD_EPISODE_ONSET, "during", "began", NC_ ("began", "During the workout") },
  { COOLDOWN_FIELD_EPISODE_ONSET, "after", "began", NC_ ("began", "Only after stopping") },
  { COOLDOWN_FIELD_EPISODE_ONSET, "rest", "began", NC_ ("began", "Later, at rest") },

  { COOLDOWN_FIELD_EPISODE_LASTED, "last-5min", "lasted", NC_ ("lasted", "Within 5 min") },
  { COOLDOWN_FIELD_EPISODE_LASTED, "last-30min", "lasted", NC_ ("lasted", "Up to 30 min") },
  { COOLDOWN_FIELD_EPISODE_LASTED, "last-hour", "lasted", NC_ ("lasted", "Up to an hour") },
  { COOLDOWN_FIELD_EPISODE_LASTED, "last-longer", "lasted", NC_ ("lasted", "Over an hour") },

  { COOLDOWN_FIELD_EPISODE_TRIED, "laces", "tried", NC_ ("tried", "Looser laces") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "shoes-off", "tried", NC_ ("tried", "Shoes off") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "inserts", "tried", NC_ ("tried", "Inserts") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "rest", "tried", NC_ ("tried", "Rest") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "walk", "tried", NC_ ("tried", "Walking about") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "stretch", "tried", NC_ ("tried", "Stretching") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "massage", "tried", NC_ ("tried", "Massage") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "ice", "tried", NC_ ("tried", "Ice") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "warmth", "tried", NC_ ("tried", "Warmth") },
  { COOLDOWN_FIELD_EPISODE_TRIED, "drink", "tried", NC_ ("tried", "Drinking") },

  { COOLDOWN_FIELD_WORKOUT_LEGS, "unasked", "legs", NC_ ("legs", "Not noted") },
  { COOLDOWN_FIELD_WORKOUT_LEGS, "fine", "legs", NC_ ("legs", "Fine") },
  { COOLDOWN_FIELD_WORKOUT_LEGS, "tingling", "legs", NC_ ("legs", "Tingling") },
  { COOLDOWN_FIELD_WORKOUT_LEGS, "other", "legs", NC_ ("legs", "Something else") },

  { COOLDOWN_FIELD_WORKOUT_CONDITIONS, "hot", "conditions", NC_ ("conditions", "Hot day") },
  { COOLDOWN_FIELD_WORKOUT_CONDITIONS, "dry", "conditions", NC_ ("conditions", "Little to drink") },
  { COOLDOWN_FIELD_WORKOUT_CONDITIONS, "hills", "conditions", NC_ ("conditions", "Hills") },
  { COOLDOWN_FIELD_WORKOUT_CONDITIONS, "new-shoes", "conditions", NC_ ("conditions", "New shoes") },
  { COOLDOWN_FIELD_WORKOUT_CONDITIONS, "harder", "conditions",
    NC_ ("conditions", "More or harder than usual") },

  { COOLDOWN_FIELD_NIGHT_STARTED, "evening", "started", NC_ ("started", "Before bed") },
  { COOLDOWN_FIELD_NIGHT_STARTED, "in-bed", "started", NC_ ("started", "In bed") },
  { COOLDOWN_FIELD_NIGHT_STARTED, "night", "started", NC_ ("started", "Woke me") },
  { COOLDOWN_FIELD_NIGHT_CAFFEINE, "none", "caffeine", NC_ ("caffeine", "None") },
  { COOLDOWN_FIELD_NIGHT_CAFFEINE, "some", "caffeine", NC_ ("caffeine", "Some") },
  { COOLDOWN_FIELD_NIGHT_ALCOHOL, "none", "alcohol", NC_ ("alcohol", "None") },
  { COOLDOWN_FIELD_NIGHT_ALCOHOL, "some", "alcohol", NC_ ("alcohol", "Some") },
  { COOLDOWN_FIELD_NIGHT_NICOTINE, "none", "nicotine", NC_ ("nicotine", "None") },
  { COOLDOWN_FIELD_NIGHT_NICOTINE, "some", "nicotine", NC_ ("nicotine", "Some") },

  { COOLDOWN_FIELD_NIGHT_FEATURES, "feel-urge", "night", NC_ ("night", "Urge to move") },
  { COOLDOWN_FIELD_NIGHT_FEATURES, "when-rest", "night", NC_ ("night", "Begins at rest") },
  { COOLDOWN_FIELD_NIGHT_FEATURES, "when-move-helps", "night", NC_ ("night", "Better moving") },
  { COOLDOWN_FIELD_NIGHT_FEATURES, "when-night", "night", NC_ ("night", "Worse in the evening") },
  { COOLDOWN_FIELD_NIGHT_FEATURES, "when-sleep", "night", NC_ ("night", "Cost me sleep") },

  { COOLDOWN_FIELD_SIGN_OUTCOME, "ticked", "sign", NC_ ("sign", "Ticked") },
  { COOLDOWN_FIELD_SIGN_OUTCOME, "never", "sign", NC_ ("sign", "I never had this") },
  { COOLDOWN_FIELD_SIGN_OUTCOME, "doctor", "sign", NC_ ("sign", "A doctor has seen this") },

  { COOLDOWN_FIELD_SESSION_KIND, "ice", "session", NC_ ("session", "Ice") },
  { COOLDOWN_FIELD_SESSION_KIND, "recovery", "session", NC_ ("session", "Cooling down") },
  { COOLDOWN_FIELD_SESSION_KIND, "evening", "session", NC_ ("session", "Wind-down") },
};

static const char *const conditions[] = { "hot", "dry", "hills", "new-shoes", "harder", NULL };
static const char *const remedies[] = { "laces",  "shoes-off", "inserts", "rest",
                                        "walk",   "stretch",   "massage", "ice",
                                        "warmth", "drink",     NULL };
static const char *const features[] = { "feel-urge",  "when-rest",  "when-move-helps",
                                        "when-night", "when-sleep", NULL };
static const char *const outcomes[] = { "gone", "weaker", "same", "stronger", NULL };
static const char *const nothing[] = { NULL };

/**
 * cooldown_choice_get_ids:
 * @field: a choice, or a list of ids that are no items of the checklist
 *
 * Returns: (transfer none) (array zero-terminated=1): what can be chosen, in the order in which it
 *   is offered
 */
const char *const *
cooldown_choice_get_ids (CooldownField field)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);

  if (field == COOLDOWN_FIELD_WORKOUT_CONDITIONS)
    return conditions;
  if (field == COOLDOWN_FIELD_EPISODE_TRIED)
    return remedies;
  if (field == COOLDOWN_FIELD_NIGHT_FEATURES)
    return features;
  return info->choices != NULL ? info->choices : nothing;
}

/**
 * cooldown_choice_get_name:
 * @field: a choice, or a list of ids that are no items of the checklist
 * @id: (nullable): one of them; of what was tried without its outcome
 *
 * Returns: what it is called, as the text of a button: "During the workout"; an id that is not
 *   known comes back as it is, and "" for %NULL
 */
const char *
cooldown_choice_get_name (CooldownField field, const char *id)
{
  if (id == NULL)
    return "";
  if (field == COOLDOWN_FIELD_WORKOUT_KIND)
    return cooldown_workout_get_kind_name (id);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].field == field && strcmp (choices[i].id, id) == 0)
      return g_dpgettext2 (NULL, choices[i].context, choices[i].name);
  return id;
}

/**
 * cooldown_remedy_parse:
 * @tried: what was tried, perhaps with what was noted after it: "ice:weaker"
 * @outcome: (out) (optional) (nullable): what was noted, or %NULL; valid as long as @tried
 *
 * Returns: (transfer full): the id of what was tried: "ice"
 */
char *
cooldown_remedy_parse (const char *tried, const char **outcome)
{
  const char *colon = strchr (tried, ':');

  if (outcome != NULL)
    *outcome = colon != NULL && colon[1] != '\0' ? colon + 1 : NULL;
  return colon != NULL ? g_strndup (tried, (gsize) (colon - tried)) : g_strdup (tried);
}

/**
 * cooldown_remedy_get_outcomes:
 *
 * Returns: (transfer none) (array zero-terminated=1): what can be noted after something was tried:
 *   "gone", "weaker", "same" and "stronger". Nobody knows what it would have been without.
 */
const char *const *
cooldown_remedy_get_outcomes (void)
{
  return outcomes;
}

/**
 * cooldown_remedy_get_outcome_name:
 * @outcome: (nullable): what was noted after something was tried
 *
 * Returns: what it is called in a sentence: "weaker"; an id that is not known comes back as it is
 */
const char *
cooldown_remedy_get_outcome_name (const char *outcome)
{
  if (outcome == NULL)
    return C_ ("noted after", "not noted");
  if (strcmp (outcome, "gone") == 0)
    return C_ ("noted after", "gone");
  if (strcmp (outcome, "weaker") == 0)
    return C_ ("noted after", "weaker");
  if (strcmp (outcome, "same") == 0)
    return C_ ("noted after", "the same");
  if (strcmp (outcome, "stronger") == 0)
    return C_ ("noted after", "stronger");
  return outcome;
}

/* One word each, because they are listed. */
/* Translators: what it feels like, in a list; nouns will do */
static const struct
{
  const char *item;
  const char *name;
} sensations[] = {
  { "feel-tingle", NC_ ("feels like", "tingling") },
  { "feel-numb", NC_ ("feels like", "numb") },
  { "feel-itch", NC_ ("feels like", "itching") },
  { "feel-burn", NC_ ("feels like", "burning") },
  { "feel-pain", NC_ ("feels like", "pain") },
  { "feel-cramp", NC_ ("feels like", "cramp") },
  { "feel-tight", NC_ ("feels like", "tight") },
  { "feel-pebble", NC_ ("feels like", "pebble under the foot") },
  { "feel-weak", NC_ ("feels like", "weak") },
  { "feel-urge", NC_ ("feels like", "urge to move") },
};

/**
 * cooldown_sensation_get_name:
 * @content: what the program knows
 * @item: the id of an item of the group "feel"
 *
 * Returns: what it feels like, within a list: "burning"; what is not known comes back as it is
 */
const char *
cooldown_sensation_get_name (CooldownContent *content, const char *item)
{
  const CooldownItem *known;

  for (guint i = 0; i < G_N_ELEMENTS (sensations); i++)
    if (strcmp (sensations[i].item, item) == 0)
      return g_dpgettext2 (NULL, "feels like", sensations[i].name);
  known = cooldown_content_get_item (content, item);
  return known != NULL ? known->chip : item;
}

/**
 * cooldown_sensations_format:
 * @content: what the program knows
 * @items: (nullable) (array zero-terminated=1): ids of items of the group "feel"
 *
 * Returns: (transfer full): "tingling, burning, numb", or ""
 */
char *
cooldown_sensations_format (CooldownContent *content, const char *const *items)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (; items != NULL && *items != NULL; items++)
    g_ptr_array_add (names, (char *) cooldown_sensation_get_name (content, *items));
  /* Translators: stands between the words of a list */
  return cooldown_words_list (names);
}

/**
 * cooldown_severity_format:
 * @severity: how strong it was, 0 to 10
 *
 * Returns: (transfer full): the number and what it means: "4 · bothers me, but I can go on"
 */
char *
cooldown_severity_format (int severity)
{
  static const char *const meanings[MOST_SEVERE + 1] = {
    NC_ ("how strong", "nothing"),
    NC_ ("how strong", "barely there"),
    NC_ ("how strong", "there, but easy to forget"),
    NC_ ("how strong", "I notice it, it does not bother me"),
    NC_ ("how strong", "bothers me, but I can go on"),
    NC_ ("how strong", "hard to ignore"),
    NC_ ("how strong", "I have to slow down"),
    NC_ ("how strong", "I have to stop"),
    NC_ ("how strong", "strong even when I rest"),
    NC_ ("how strong", "hard to bear"),
    NC_ ("how strong", "the worst I can imagine"),
  };

  severity = CLAMP (severity, 0, MOST_SEVERE);
  /* Translators: a number from 0 to 10 and what it means: "3 · a little restless" */
  return g_strdup_printf (_ ("%1$d · %2$s"), severity,
                          g_dpgettext2 (NULL, "how strong", meanings[severity]));
}

/**
 * cooldown_restless_get_name:
 * @numbers: what counts as restless
 * @restless: how restless the legs were, 0 to 10
 *
 * Returns: what that means: "a little restless"
 */
const char *
cooldown_restless_get_name (const CooldownEveningNumbers *numbers, int restless)
{
  if (restless <= 0)
    /* Translators: how the legs were at night, after a number: "0 · calm" */
    return C_ ("legs at night", "calm");
  if (restless < numbers->restless_min)
    /* Translators: how the legs were at night, after a number: "3 · a little restless" */
    return C_ ("legs at night", "a little restless");
  /* The upper half of what counts as restless. */
  if (2 * restless <= numbers->restless_min + MOST_SEVERE)
    /* Translators: how the legs were at night, after a number: "6 · restless" */
    return C_ ("legs at night", "restless");
  /* Translators: how the legs were at night, after a number: "9 · very restless" */
  return C_ ("legs at night", "very restless");
}
