/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes.h"
#include "fake-clock.h"
#include "life.h"

#include <string.h>

#define NIGHT "night-"
/* So many words may a text have; a few of those are longer than a page of the file. */
#define LONGEST 500

static const char *const ids[] = {
  "feel-tingle", "feel-numb", "feel-burn", "feel-urge",  "foot-l",    "foot-r", "calf-l",
  "calf-r",      "hot",       "hills",     "ice:weaker", "rest:same", NULL,
};

static gint64
choose_time (GRand *chance)
{
  return COOLDOWN_FAKE_CLOCK_START -
         (gint64) g_rand_int_range (chance, 0, 5 * 365 * 24 * 60) * COOLDOWN_MINUTE;
}

static gint32
choose_offset (GRand *chance)
{
  return g_rand_int_range (chance, -12, 14) * 3600 + g_rand_int_range (chance, 0, 2) * 2700;
}

static const char *
choose_word (GRand *chance, const char *const *words)
{
  return words[g_rand_int_range (chance, 0, (gint32) g_strv_length ((char **) words))];
}

static void
fill_ids (CooldownEntry *entry, CooldownField field, GRand *chance)
{
  const char *chosen[G_N_ELEMENTS (ids)] = { NULL };
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_rand_int_range (chance, 0, 4) == 0)
      chosen[n++] = ids[i];
  if (n > 0)
    cooldown_entry_set_ids (entry, field, chosen);
}

static void
fill_field (CooldownEntry *entry, CooldownField field, GRand *chance)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);
  g_autofree char *text = life_text (chance, LONGEST);

  switch (info->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      cooldown_entry_set_time (entry, field, choose_time (chance), choose_offset (chance));
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
    case COOLDOWN_TYPE_FIELD_FLAG:
      cooldown_entry_set_number (
          entry, field, g_rand_int_range (chance, (gint32) info->min, (gint32) info->max + 1));
      break;
    case COOLDOWN_TYPE_FIELD_CHOICE:
      cooldown_entry_set_text (entry, field, choose_word (chance, info->choices));
      break;
    case COOLDOWN_TYPE_FIELD_IDS:
      fill_ids (entry, field, chance);
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
      /* That there was none is something noted as well. */
      cooldown_entry_set_text (entry, field, g_rand_int_range (chance, 0, 6) > 0 ? text : "");
      break;
    case COOLDOWN_TYPE_FIELD_REFERENCE:
    default:
      break;
    }
}

static char *
choose_date (guint32 number)
{
  GDate date;
  char text[16];

  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2001);
  g_date_add_days (&date, number % 2000000);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

/* Of a night the date is its name, and stays. */
static void
fill_night (CooldownEntry *entry, guint32 number)
{
  const char *uid = cooldown_entry_get_uid (entry);
  g_autofree char *date = uid != NULL ? g_strdup (uid + strlen (NIGHT)) : choose_date (number);
  g_autofree char *name = g_strconcat (NIGHT, date, NULL);

  cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, date);
  cooldown_entry_set_uid (entry, name);
}

static void
fill_session (CooldownEntry *entry, GRand *chance)
{
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_SESSION_OPEN, FALSE);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_SESSION_PLAN, "{'minutes': <uint32 10>}");
  for (gint32 i = g_rand_int_range (chance, 0, 6); i > 0; i--)
    {
      g_autofree char *arg = life_text (chance, LONGEST);

      cooldown_entry_add_event (entry, "step", arg, choose_time (chance), choose_offset (chance));
    }
}

/**
 * note_fill:
 * @entry: an entry, which keeps its uid if it has one
 * @number: any number
 *
 * Notes in it what follows from the number, and nothing else.
 */
void
note_fill (CooldownEntry *entry, guint32 number)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);
  CooldownField end = (CooldownField) (first + cooldown_entry_kind_get_n_fields (kind));
  GRand *chance = g_rand_new_with_seed (number);

  for (CooldownField field = first; field < end; field++)
    {
      if (cooldown_field_get_info (field)->type != COOLDOWN_TYPE_FIELD_FLAG)
        cooldown_entry_unset (entry, field);
      if (cooldown_field_get_info (field)->always || g_rand_boolean (chance))
        fill_field (entry, field, chance);
    }
  if (kind == COOLDOWN_ENTRY_EPISODE && cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_ENDED))
    cooldown_entry_set_time (
        entry, COOLDOWN_FIELD_EPISODE_ENDED,
        cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN) + COOLDOWN_HOUR, 0);
  if (kind == COOLDOWN_ENTRY_SIGN)
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_SIGN_ITEM, "warn-chest");
  if (kind == COOLDOWN_ENTRY_NIGHT)
    fill_night (entry, number);
  if (kind == COOLDOWN_ENTRY_SESSION)
    fill_session (entry, chance);
  g_rand_free (chance);
}

/**
 * note_new:
 * @kind: what it is about
 * @number: any number
 *
 * Returns: (transfer full): a note that follows from the number
 */
CooldownEntry *
note_new (CooldownEntryKind kind, guint32 number)
{
  CooldownEntry *entry = cooldown_entry_new (kind);

  note_fill (entry, number);
  return entry;
}
