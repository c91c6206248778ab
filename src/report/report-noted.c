/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the patient wrote: what eases and worsens, pain elsewhere, illnesses, medicines, falls. */
#include "entry-words.h"
#include "report-material.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of what somebody wrote no more than this stands in the summary; all of it follows after. */
#define MOST_CHARACTERS 80
#define MOST_TEXTS 4

typedef struct
{
  char *text;
  char *key;
  guint n;
} Said;

static void
clear_said (gpointer data)
{
  Said *said = data;

  g_free (said->text);
  g_free (said->key);
}

/* One line of it, not too long. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);

  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_isspace (*c))
      *c = ' ';
  g_strstrip (line);
  if (g_str_has_suffix (line, "."))
    line[strlen (line) - 1] = '\0';
  if (g_utf8_strlen (line, -1) > MOST_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MOST_CHARACTERS - 1);

      return g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_steal_pointer (&line);
}

static void
count_text (GArray *all, const char *text)
{
  Said said = { .text = shorten (text), .n = 1 };

  said.key = g_utf8_casefold (said.text, -1);
  for (guint i = 0; i < all->len; i++)
    if (strcmp (g_array_index (all, Said, i).key, said.key) == 0)
      {
        g_array_index (all, Said, i).n++;
        clear_said (&said);
        return;
      }
  g_array_append_val (all, said);
}

static int
compare_said (gconstpointer a, gconstpointer b)
{
  const Said *first = a, *second = b;

  return first->n != second->n ? (first->n < second->n ? 1 : -1) : strcmp (first->key, second->key);
}

/**
 * cooldown_report_list_texts:
 * @entries: (element-type CooldownEntry): entries
 * @field: a text of theirs
 *
 * Returns: (transfer full): what was written, the most frequent first and each once: "shoe off (4),
 *   rest (2)"; "" if nothing was
 */
char *
cooldown_report_list_texts (GPtrArray *entries, CooldownField field)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Said));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_array_set_clear_func (all, clear_said);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *text = cooldown_entry_get_text (g_ptr_array_index (entries, i), field);

      if (text != NULL && *text != '\0')
        count_text (all, text);
    }
  g_array_sort (all, compare_said);
  for (guint i = 0; i < MIN (all->len, MOST_TEXTS); i++)
    {
      const Said *said = &g_array_index (all, Said, i);

      /* Translators: what somebody wrote and how often: "shoe off", 4 */
      g_ptr_array_add (words, said->n > 1 ? g_strdup_printf (_ ("%1$s (%2$u)"), said->text, said->n)
                                          : g_strdup (said->text));
    }
  if (all->len > MOST_TEXTS)
    g_ptr_array_add (
        words, g_strdup_printf (ngettext ("%u more note", "%u more notes", all->len - MOST_TEXTS),
                                all->len - MOST_TEXTS));
  return cooldown_words_list (words);
}

static void
add_texts (GPtrArray *words, const CooldownReportMaterial *self, CooldownField field)
{
  char *texts = cooldown_report_list_texts (self->kinds[COOLDOWN_ENTRY_EPISODE], field);

  if (*texts != '\0')
    g_ptr_array_add (words, texts);
  else
    g_free (texts);
}

static char *
join (GPtrArray *words)
{
  return cooldown_words_list (words);
}

/* What was ticked about it, as the checklist has it, and in how many checks. */
static char *
list_ticks (const CooldownReportMaterial *self)
{
  static const char *const items[] = { "when-move-helps", "when-move-no", "when-bending-helps",
                                       "else-tight-wear", "when-rest",    "when-night" };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const CooldownItem *item = cooldown_content_get_item (self->content, items[i]);
      guint n = cooldown_report_count_checks (self, items[i]);

      if (n > 0 && item != NULL)
        /* Translators: an item of the checklist and in how many checks it was ticked */
        g_ptr_array_add (words, g_strdup_printf (_ ("%1$s (%2$u)"), item->chip, n));
    }
  return cooldown_words_list_parts (words);
}

/**
 * cooldown_report_say_eases:
 * @self: the material
 *
 * Returns: (transfer full): "Eases: shoe off (4), rest (2). Worse: uphill (3)."
 */
char *
cooldown_report_say_eases (const CooldownReportMaterial *self)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  g_autofree char *eases = cooldown_report_list_texts (episodes, COOLDOWN_FIELD_EPISODE_EASES);
  g_autofree char *worsens = cooldown_report_list_texts (episodes, COOLDOWN_FIELD_EPISODE_WORSENS);
  g_autofree char *ticks = list_ticks (self);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (*eases != '\0')
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Eases: %s."), eases));
  if (*worsens != '\0')
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Worse: %s."), worsens));
  if (*ticks != '\0')
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Ticked in checks: %s."), ticks));
  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("Not noted.")));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

static char *
say_pain (const CooldownReportMaterial *self)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  g_autofree char *texts = cooldown_report_list_texts (episodes, COOLDOWN_FIELD_EPISODE_PAIN);
  guint n_noted = 0;

  for (guint i = 0; i < episodes->len; i++)
    n_noted += cooldown_entry_has (g_ptr_array_index (episodes, i), COOLDOWN_FIELD_EPISODE_PAIN);
  if (*texts != '\0')
    return g_strdup_printf (_ ("Pain elsewhere: %s."), texts);
  if (n_noted == 0)
    return g_strdup (_ ("Pain elsewhere: not noted."));
  if (n_noted == episodes->len)
    return g_strdup (_ ("Pain elsewhere: none."));
  /* Translators: in how many of how many episodes something is noted about it */
  return g_strdup_printf (_ ("Pain elsewhere: none (noted in %1$u of %2$u)."), n_noted,
                          episodes->len);
}

static const char *const illnesses[] = { "you-heart", "you-diabetes", "you-kidney", "you-low-iron",
                                         NULL };
/* Said for itself. */
#define MEDICINE "you-medicine"

/* What is ticked, illnesses or all that is none. */
static char *
list_you (const CooldownReportMaterial *self, gboolean ill)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->input->about_you != NULL && self->input->about_you[i] != NULL; i++)
    {
      const char *id = self->input->about_you[i];
      const CooldownItem *item = cooldown_content_get_item (self->content, id);

      if (item != NULL && strcmp (id, MEDICINE) != 0 && g_strv_contains (illnesses, id) == ill)
        g_ptr_array_add (names, g_strdup (item->name));
    }
  for (guint i = 0; ill && self->input->gate != NULL && self->input->gate[i] != NULL; i++)
    {
      GPtrArray *gate = cooldown_content_get_gate (self->content);

      for (guint j = 0; j < gate->len; j++)
        {
          const CooldownGateQuestion *question = g_ptr_array_index (gate, j);

          if (strcmp (question->id, self->input->gate[i]) == 0)
            g_ptr_array_add (names, g_strdup (question->name));
        }
    }
  return cooldown_words_list_parts (names);
}

/**
 * cooldown_report_say_medicines:
 * @self: the material
 *
 * Returns: (transfer full): what is known of medicines: "ibuprofen (3)"
 */
char *
cooldown_report_say_medicines (const CooldownReportMaterial *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const CooldownItem *item = cooldown_content_get_item (self->content, MEDICINE);

  add_texts (words, self, COOLDOWN_FIELD_EPISODE_MEDICINE);
  if (cooldown_report_is_you (self, MEDICINE) && item != NULL)
    /* Translators: ticked by the user; %s is an item of the checklist */
    g_ptr_array_add (words, g_strdup_printf (_ ("ticked: %s"), item->name));
  if (words->len == 0)
    return g_strdup (C_ ("medicines", "none noted"));
  return join (words);
}

static char *
say_falls (const CooldownReportMaterial *self)
{
  GPtrArray *checks = self->kinds[COOLDOWN_ENTRY_CHECK];
  g_autoptr (GPtrArray) falls = g_ptr_array_new ();
  g_autofree char *dates = NULL;

  for (guint i = 0; i < checks->len; i++)
    if (cooldown_entry_has_id (g_ptr_array_index (checks, i), COOLDOWN_FIELD_CHECK_TICKS,
                               "when-misstep"))
      g_ptr_array_add (falls, g_ptr_array_index (checks, i));
  if (checks->len == 0)
    return g_strdup (_ ("Falls or missteps: not noted."));
  if (falls->len == 0)
    return g_strdup (_ ("Falls or missteps: none ticked."));
  dates = cooldown_report_list_dates (self, falls);
  /* Translators: %s are dates of checks: "5 Nov and 22 Nov" */
  return g_strdup_printf (_ ("Falls or missteps, ticked on: %s."), dates);
}

/**
 * cooldown_report_say_also:
 * @self: the material
 *
 * Returns: (transfer full): pain elsewhere, illnesses, medicines, falls
 */
char *
cooldown_report_say_also (const CooldownReportMaterial *self)
{
  g_autofree char *pain = say_pain (self);
  g_autofree char *ill = list_you (self, TRUE);
  g_autofree char *you = list_you (self, FALSE);
  g_autofree char *medicines = cooldown_report_say_medicines (self);
  g_autofree char *falls = say_falls (self);
  g_autofree char *about = NULL;

  if (*you != '\0')
    /* Translators: %s is what the user ticked about themselves */
    about = g_strdup_printf (_ ("About me: %s. "), you);
  return g_strdup_printf (
      /* Translators: a sentence about pain, illnesses, about the user, medicines, about falls */
      _ ("%1$s Illnesses: %2$s. %3$sMedicines: %4$s. %5$s"), pain,
      *ill != '\0' ? ill : C_ ("illnesses", "none ticked"), about != NULL ? about : "", medicines,
      falls);
}
