/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-index.h"

#include "folded-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* How well an entry fits, the best first. Whoever types what belongs to a warning sign is shown the
 * signs before all else but a page whose very name they type. */
typedef enum
{
  FIT_PAGE_NAME,
  FIT_SIGN,
  FIT_PAGE,
  FIT_NAME,
  FIT_DESCRIPTION,
  FIT_MORE,
  FIT_NONE,
} Fit;

typedef struct
{
  char *id;
  char *name;
  char *description;
  gboolean page;
  CooldownFoldedWords *names;
  CooldownFoldedWords *words; /* @names and those of the description */
  CooldownFoldedWords *more;  /* @words and what else leads here */
} Entry;

struct _CooldownSearchIndex
{
  GPtrArray *entries; /* (element-type Entry) */
  GPtrArray *signs;   /* (element-type CooldownFoldedWords): of each sign */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->name);
  g_free (entry->description);
  cooldown_folded_words_free (entry->names);
  cooldown_folded_words_free (entry->words);
  cooldown_folded_words_free (entry->more);
  g_free (entry);
}

static void
add_more (Entry *entry, const char *text)
{
  cooldown_folded_words_add (entry->more, text);
}

/* PLACE is what it is called on the page, NULL for the page itself. */
static Entry *
add (CooldownSearchIndex *self,
     const char *page,
     const char *place,
     const char *name,
     const char *description)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = place != NULL ? g_strconcat (page, "/", place, NULL) : g_strdup (page);
  entry->name = g_strdup (name);
  entry->description = g_strdup (description);
  entry->page = place == NULL;
  entry->names = cooldown_folded_words_new ();
  entry->words = cooldown_folded_words_new ();
  entry->more = cooldown_folded_words_new ();
  cooldown_folded_words_add (entry->names, name);
  cooldown_folded_words_add (entry->words, name);
  cooldown_folded_words_add (entry->words, description);
  add_more (entry, name);
  add_more (entry, description);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
add_pages (CooldownSearchIndex *self)
{
  static const struct
  {
    const char *id, *name, *description, *keywords;
  } pages[] = {
    { "recover", N_ ("Recover"), N_ ("What helps in the hour after a workout"),
      /* Translators: search terms that lead to this page, separated by semicolons; add others that
       * people would type in your language */
      N_ ("workout;exercise;training;run;cool down;stretch;drink;tingling;prickling;pins and "
          "needles;cramp") },
    { "check", N_ ("Check"), N_ ("Warning signs first, then where and how it feels"),
      /* Translators: search terms that lead to this page, separated by semicolons; add others that
       * people would type in your language */
      N_ ("symptom;tingling;prickling;pins and needles;numbness;pain;weakness;itching;legs;feet;"
          "emergency;doctor") },
    { "ice", N_ ("Ice"), N_ ("Rounds of ice, with a reminder to take it off"),
      /* Translators: search terms that lead to this page, separated by semicolons; add others that
       * people would type in your language */
      N_ ("icing;cold;cooling;ice pack;timer;sore") },
    { "evening", N_ ("Evening"), N_ ("A calm way to bed, for restless legs too"),
      /* Translators: search terms that lead to this page, separated by semicolons; add others that
       * people would type in your language */
      N_ ("night;sleep;bedtime;wind-down;routine;twitching;caffeine") },
    { "journal", N_ ("Journal"), N_ ("What you noted, and the report for your doctor"),
      /* Translators: search terms that lead to this page, separated by semicolons; add others that
       * people would type in your language */
      N_ ("notes;diary;history;report;PDF;export;tingling;nights") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    add_more (add (self, pages[i].id, NULL, _ (pages[i].name), _ (pages[i].description)),
              _ (pages[i].keywords));
}

static void
add_signs (CooldownSearchIndex *self, CooldownContent *content)
{
  GPtrArray *signs = cooldown_content_get_signs (content);

  add (self, "check", strchr (COOLDOWN_SEARCH_SIGNS, '/') + 1, _ ("Check the warning signs"),
       _ ("Some of them need help at once. Look here first."));
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);
      CooldownFoldedWords *words = cooldown_folded_words_new ();

      cooldown_folded_words_add (words, sign->item->name);
      cooldown_folded_words_add (words, sign->detail);
      cooldown_folded_words_add (words, sign->phrase);
      g_ptr_array_add (self->signs, words);
    }
}

static void
add_statements (Entry *entry, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    add_more (entry, ((const CooldownStatement *) g_ptr_array_index (statements, i))->text);
}

/* Where it is felt and how is what people type. */
static void
add_cause (CooldownSearchIndex *self, const CooldownCause *cause)
{
  Entry *entry = add (self, "recover", cause->id, cause->name, cause->summary->text);

  for (guint i = 0; i < cause->topics->len; i++)
    {
      const CooldownTopic *topic = g_ptr_array_index (cause->topics, i);

      if (strcmp (topic->id, "feel") == 0 || strcmp (topic->id, "where") == 0)
        add_statements (entry, topic->statements);
    }
}

static const char *
get_first_text (GPtrArray *statements)
{
  if (statements->len == 0)
    return "";
  return ((const CooldownStatement *) g_ptr_array_index (statements, 0))->text;
}

static void
add_topic (CooldownSearchIndex *self, const char *page, const CooldownTopic *topic)
{
  add (self, page, topic->id, topic->title, get_first_text (topic->statements));
}

/* Of these pages not every topic stands there at all times. */
static void
add_topics (CooldownSearchIndex *self, CooldownContent *content)
{
  static const struct
  {
    CooldownTab tab;
    const char *page, *id;
  } topics[] = {
    { COOLDOWN_TAB_RECOVER, "recover", "drink-notes" },
    { COOLDOWN_TAB_RECOVER, "recover", "overdrinking" },
    { COOLDOWN_TAB_RECOVER, "recover", "ordinary" },
    { COOLDOWN_TAB_ICE, "ice", "how" },
    { COOLDOWN_TAB_ICE, "ice", "stop" },
    { COOLDOWN_TAB_ICE, "ice", "avoid" },
    { COOLDOWN_TAB_ICE, "ice", "evidence" },
  };
  GPtrArray *evening = cooldown_content_get_topics (content, COOLDOWN_TAB_EVENING);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      const CooldownTopic *topic =
        cooldown_content_get_topic (content, topics[i].tab, topics[i].id);

      if (topic != NULL)
        add_topic (self, topics[i].page, topic);
    }
  for (guint i = 0; i < evening->len; i++)
    add_topic (self, "evening", g_ptr_array_index (evening, i));
}

static void
add_activities (CooldownSearchIndex *self, CooldownContent *content)
{
  GPtrArray *activities = cooldown_content_get_activities (content);

  for (guint i = 0; i < activities->len; i++)
    {
      const CooldownActivity *activity = g_ptr_array_index (activities, i);

      add (self, "evening", activity->id, activity->name, get_first_text (activity->statements));
    }
}

/**
 * cooldown_search_index_new:
 * @content: what the program knows; not needed any more afterwards
 *
 * Returns: (transfer full): what can be found in it
 */
CooldownSearchIndex *
cooldown_search_index_new (CooldownContent *content)
{
  CooldownSearchIndex *self = g_new (CooldownSearchIndex, 1);
  GPtrArray *causes = cooldown_content_get_causes (content);
  GPtrArray *frame = cooldown_content_get_frame (content);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->signs = g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_folded_words_free);
  add_pages (self);
  add_signs (self, content);
  for (guint i = 0; i < causes->len; i++)
    add_cause (self, g_ptr_array_index (causes, i));
  for (guint i = 0; i < frame->len; i++)
    add_topic (self, "recover", g_ptr_array_index (frame, i));
  add_topics (self, content);
  add_activities (self, content);
  return self;
}

/**
 * cooldown_search_index_free:
 * @self: (transfer full): an index
 */
void
cooldown_search_index_free (CooldownSearchIndex *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->signs);
  g_free (self);
}

static gboolean
names_sign (CooldownSearchIndex *self, CooldownFoldedWords *wanted)
{
  for (guint i = 0; i < self->signs->len; i++)
    if (cooldown_folded_words_match (g_ptr_array_index (self->signs, i), wanted))
      return TRUE;
  return FALSE;
}

static Fit
fit_entry (CooldownSearchIndex *self, const Entry *entry, CooldownFoldedWords *wanted)
{
  if (strcmp (entry->id, COOLDOWN_SEARCH_SIGNS) == 0 && names_sign (self, wanted))
    return FIT_SIGN;
  if (cooldown_folded_words_match (entry->names, wanted))
    return entry->page ? FIT_PAGE_NAME : FIT_NAME;
  if (cooldown_folded_words_match (entry->words, wanted))
    return entry->page ? FIT_PAGE : FIT_DESCRIPTION;
  if (cooldown_folded_words_match (entry->more, wanted))
    return entry->page ? FIT_PAGE : FIT_MORE;
  return FIT_NONE;
}

/**
 * cooldown_search_index_find:
 * @self: an index
 * @terms: (array zero-terminated=1): what was typed
 *
 * Each word of @terms has to be how a word of the result begins; upper case and accents do not
 * matter.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the results, the best first
 */
char **
cooldown_search_index_find (CooldownSearchIndex *self, const char *const *terms)
{
  g_autoptr (CooldownFoldedWords) wanted = cooldown_folded_words_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree Fit *fits = g_new (Fit, self->entries->len);

  for (; *terms != NULL; terms++)
    cooldown_folded_words_add (wanted, *terms);
  if (cooldown_folded_words_is_empty (wanted))
    return g_strv_builder_end (ids);
  for (guint i = 0; i < self->entries->len; i++)
    fits[i] = fit_entry (self, g_ptr_array_index (self->entries, i), wanted);
  for (Fit fit = FIT_PAGE_NAME; fit < FIT_NONE; fit++)
    for (guint i = 0; i < self->entries->len; i++)
      if (fits[i] == fit)
        g_strv_builder_add (ids, ((const Entry *) g_ptr_array_index (self->entries, i))->id);
  return g_strv_builder_end (ids);
}

/**
 * cooldown_search_index_get:
 * @self: an index
 * @id: what may be the id of a result
 * @result: (out): the result; belongs to @self
 *
 * Returns: whether it is
 */
gboolean
cooldown_search_index_get (CooldownSearchIndex *self, const char *id, CooldownSearchResult *result)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (strcmp (entry->id, id) != 0)
        continue;
      *result = (CooldownSearchResult){ entry->id, entry->name, entry->description };
      return TRUE;
    }
  return FALSE;
}

/**
 * cooldown_search_index_get_ids:
 * @self: an index
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of all that can be found
 */
char **
cooldown_search_index_get_ids (CooldownSearchIndex *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->entries->len; i++)
    g_strv_builder_add (ids, ((const Entry *) g_ptr_array_index (self->entries, i))->id);
  return g_strv_builder_end (ids);
}
