/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model.h"

#include <string.h>

#define SECONDS_OF_DAY 86400
/* 1970-01-01 as a GDate counts. */
#define EPOCH 719163

struct _Model
{
  GHashTable *entries;
  GPtrArray *uids;
};

/**
 * model_new:
 *
 * Returns: (transfer full): an empty model
 */
Model *
model_new (void)
{
  Model *model = g_new0 (Model, 1);

  model->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  model->uids = g_ptr_array_new ();
  return model;
}

/**
 * model_free:
 * @model: (transfer full): a model
 */
void
model_free (Model *model)
{
  g_hash_table_unref (model->entries);
  g_ptr_array_unref (model->uids);
  g_free (model);
}

/**
 * model_put:
 * @model: a model
 * @entry: an entry, which is copied; it takes the place of the one with its uid
 *
 * Counts the edit by itself.
 */
void
model_put (Model *model, CooldownEntry *entry)
{
  char *uid = g_strdup (cooldown_entry_get_uid (entry));
  CooldownEntry *before = g_hash_table_lookup (model->entries, uid);
  CooldownEntry *copy = cooldown_entry_copy (entry);

  cooldown_entry_set_deleted (copy, 0);
  cooldown_entry_set_edits (copy, before != NULL ? cooldown_entry_get_edits (before) + 1 : 0, 0);
  if (before == NULL)
    g_ptr_array_add (model->uids, uid);
  /* The key is kept, and with it what the list points to. */
  g_hash_table_insert (model->entries, before == NULL ? uid : g_steal_pointer (&uid), copy);
}

/**
 * model_mark:
 * @model: a model
 * @uid: an entry of it
 * @deleted: whether it is deleted
 */
void
model_mark (Model *model, const char *uid, gboolean deleted)
{
  CooldownEntry *entry = model_get (model, uid);

  cooldown_entry_set_deleted (entry, deleted ? COOLDOWN_SECOND : 0);
  cooldown_entry_set_edits (entry, cooldown_entry_get_edits (entry) + 1, 0);
}

/**
 * model_get:
 * @model: a model
 * @uid: a uid
 *
 * Returns: (transfer none) (nullable): the entry of that name
 */
CooldownEntry *
model_get (Model *model, const char *uid)
{
  return g_hash_table_lookup (model->entries, uid);
}

/**
 * model_choose:
 * @model: a model
 * @chance: what decides
 *
 * Returns: (transfer none) (nullable): any entry; %NULL if there is none
 */
CooldownEntry *
model_choose (Model *model, GRand *chance)
{
  if (model->uids->len == 0)
    return NULL;
  return model_get (model,
                    model->uids->pdata[g_rand_int_range (chance, 0, (gint32) model->uids->len)]);
}

/**
 * model_get_size:
 * @model: a model
 *
 * Returns: how many entries there are, deleted ones too
 */
guint
model_get_size (Model *model)
{
  return model->uids->len;
}

/* The local day, as a GDate counts them: a night stands under the day that follows its evening. */
static guint32
get_day (CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField field = cooldown_entry_kind_get_first_field (kind);
  gint64 local;
  GDate date;

  if (kind == COOLDOWN_ENTRY_NIGHT)
    {
      g_date_clear (&date, 1);
      g_date_set_parse (&date, cooldown_entry_get_text (entry, field));
      return g_date_get_julian (&date) + 1;
    }
  local = cooldown_entry_get_time (entry, field) / COOLDOWN_SECOND +
          cooldown_entry_get_time_offset (entry, field);
  return (guint32) (local / SECONDS_OF_DAY) + EPOCH;
}

static guint32
parse_day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  return g_date_get_julian (&date);
}

static gboolean
is_in_period (CooldownEntry *entry, const CooldownQuery *query)
{
  guint32 day = get_day (entry);

  return (query->from == NULL || day >= parse_day (query->from)) &&
         (query->to == NULL || day < parse_day (query->to));
}

static gboolean
is_strong (CooldownEntry *entry, int severity)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField field = COOLDOWN_FIELD_EPISODE_SEVERITY;

  if (severity == COOLDOWN_SEVERITY_ANY)
    return TRUE;
  if (kind != COOLDOWN_ENTRY_EPISODE && kind != COOLDOWN_ENTRY_NIGHT)
    return FALSE;
  if (kind == COOLDOWN_ENTRY_NIGHT)
    field = COOLDOWN_FIELD_NIGHT_RESTLESS;
  return cooldown_entry_has (entry, field) && cooldown_entry_get_number (entry, field) >= severity;
}

static gboolean
is_somewhere (CooldownEntry *entry, const char *const *places)
{
  gboolean found = FALSE;

  if (places == NULL || places[0] == NULL)
    return TRUE;
  for (guint i = 0; cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_EPISODE && places[i] != NULL;
       i++)
    found = found || cooldown_entry_has_id (entry, COOLDOWN_FIELD_EPISODE_PLACES, places[i]);
  return found;
}

static gboolean
is_open (CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);

  if (kind == COOLDOWN_ENTRY_EPISODE)
    return cooldown_entry_get_number (entry, COOLDOWN_FIELD_EPISODE_OPEN) == 1;
  return kind == COOLDOWN_ENTRY_SESSION &&
         cooldown_entry_get_number (entry, COOLDOWN_FIELD_SESSION_OPEN) == 1;
}

static gboolean
has_pain (CooldownEntry *entry)
{
  const char *pain = NULL;

  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_EPISODE)
    pain = cooldown_entry_get_text (entry, COOLDOWN_FIELD_EPISODE_PAIN);
  return pain != NULL && *pain != '\0';
}

static gboolean
is_of_sessions (CooldownEntry *entry, const char *const *sessions)
{
  return sessions == NULL || cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_SESSION ||
         g_strv_contains (sessions, cooldown_entry_get_text (entry, COOLDOWN_FIELD_SESSION_KIND));
}

/* Only plain words are looked for: whatever is no letter of ours ends one. */
static gboolean
has_word (const char *text, const char *beginning)
{
  gboolean in_word = FALSE;

  for (; *text != '\0'; text++)
    {
      if (!in_word && g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0)
        return TRUE;
      in_word = g_ascii_isalnum (*text) || (*text & 0x80) != 0;
    }
  return FALSE;
}

static gboolean
is_searched (CooldownEntryKind kind)
{
  return kind == COOLDOWN_ENTRY_EPISODE || kind == COOLDOWN_ENTRY_WORKOUT ||
         kind == COOLDOWN_ENTRY_NIGHT;
}

static gboolean
is_free_text (CooldownField field)
{
  return cooldown_field_get_info (field)->type == COOLDOWN_TYPE_FIELD_TEXT &&
         field != COOLDOWN_FIELD_NIGHT_DATE;
}

static gboolean
has_word_anywhere (CooldownEntry *entry, const char *beginning)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);
  guint n = cooldown_entry_kind_get_n_fields (kind);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      CooldownField field = (CooldownField) (first + i);

      if (is_free_text (field) && cooldown_entry_has (entry, field))
        found = found || has_word (cooldown_entry_get_text (entry, field), beginning);
    }
  return found;
}

static gboolean
has_id_anywhere (CooldownEntry *entry, const char *id)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);
  guint n = cooldown_entry_kind_get_n_fields (kind);
  gboolean found = kind == COOLDOWN_ENTRY_WORKOUT &&
                   g_str_equal (cooldown_entry_get_text (entry, COOLDOWN_FIELD_WORKOUT_KIND), id);

  for (guint i = 0; i < n; i++)
    if (cooldown_field_get_info ((CooldownField) (first + i))->type == COOLDOWN_TYPE_FIELD_IDS)
      found = found || cooldown_entry_has_id (entry, (CooldownField) (first + i), id);
  return found;
}

static gboolean
has_words (CooldownEntry *entry, const ModelWords *words)
{
  if (words == NULL)
    return TRUE;
  if (!is_searched (cooldown_entry_get_kind (entry)))
    return FALSE;
  for (guint i = 0; words->words[i] != NULL; i++)
    if (!has_word_anywhere (entry, words->words[i]))
      return FALSE;
  return words->id == NULL || has_id_anywhere (entry, words->id);
}

static gboolean
fits (CooldownEntry *entry, const CooldownQuery *query, const ModelWords *words)
{
  guint kind = 1u << cooldown_entry_get_kind (entry);

  return (query->kinds == 0 || (query->kinds & kind) != 0) &&
         (query->with_deleted || cooldown_entry_get_deleted (entry) == 0) &&
         (!query->only_open || is_open (entry)) && (!query->with_pain || has_pain (entry)) &&
         is_in_period (entry, query) && is_strong (entry, query->severity) &&
         is_somewhere (entry, query->places) && is_of_sessions (entry, query->sessions) &&
         has_words (entry, words);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  CooldownEntry *one = *(CooldownEntry *const *) a, *other = *(CooldownEntry *const *) b;
  gint64 later = cooldown_entry_get_at (other) - cooldown_entry_get_at (one);
  int kind = (int) cooldown_entry_get_kind (one) - (int) cooldown_entry_get_kind (other);

  if (later != 0)
    return later > 0 ? 1 : -1;
  return kind != 0 ? kind : strcmp (cooldown_entry_get_uid (one), cooldown_entry_get_uid (other));
}

/**
 * model_find:
 * @model: a model
 * @query: what is looked for, but for its match
 * @words: (nullable): what its match asks
 *
 * Returns: (transfer container): what is to be found, in order
 */
GPtrArray *
model_find (Model *model, const CooldownQuery *query, const ModelWords *words)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < model->uids->len; i++)
    {
      CooldownEntry *entry = model_get (model, model->uids->pdata[i]);

      if (fits (entry, query, words))
        g_ptr_array_add (found, entry);
    }
  g_ptr_array_sort (found, compare);
  if (query->limit > 0 && found->len > query->limit)
    g_ptr_array_set_size (found, (gint) query->limit);
  return found;
}

/**
 * model_count_month:
 * @entries: what was found
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: how many of them stand under a day of that month
 */
guint
model_count_month (GPtrArray *entries, guint year, guint month)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, get_day (entries->pdata[i]));
      n += g_date_get_year (&date) == year && g_date_get_month (&date) == month ? 1 : 0;
    }
  return n;
}
