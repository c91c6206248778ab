/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "core/places.h"
#include "overview.h"
#include "report/ice-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is wanted: how long, how often and where. */
typedef struct
{
  guint minutes;
  guint rounds;
  const CooldownRegion *region;
  CooldownSide side;
} Wish;

static const char *
get_side_name (CooldownSide side)
{
  return side == COOLDOWN_SIDE_LEFT ? "left" : "right";
}

static gboolean
read_numbers (char **values, const CooldownIceProtocol *protocol, Wish *wish, GError **error)
{
  guint n_values = g_strv_length (values);
  guint64 minutes = 0, rounds = 0;

  if ((n_values == 2 || n_values == 3) &&
      g_ascii_string_to_unsigned (values[0], 10, protocol->minutes_min, protocol->minutes_max,
                                  &minutes, NULL) &&
      g_ascii_string_to_unsigned (values[1], 10, protocol->rounds_min, protocol->rounds_max, &rounds,
                                  NULL))
    {
      wish->minutes = (guint) minutes;
      wish->rounds = (guint) rounds;
      return TRUE;
    }
  return cooldown_command_misuse (
    error,
    _ ("Ice stays on for %1$u to %2$u minutes, in %3$u to %4$u rounds: --start-ice=%5$u,%6$u"),
    protocol->minutes_min, protocol->minutes_max, protocol->rounds_min, protocol->rounds_max,
    protocol->minutes_default, protocol->rounds_default);
}

static gboolean
refuse_place (CooldownContent *content, const char *place, GError **error)
{
  GPtrArray *regions = cooldown_content_get_regions (content);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < regions->len; i++)
    {
      const CooldownRegion *region = g_ptr_array_index (regions, i);

      if (region->ice)
        g_string_append_printf (known, "%s%s-l, %s-r", known->len > 0 ? ", " : "", region->id,
                                region->id);
    }
  /* Translators: %1$s is what was given, %2$s words that are not translated */
  return cooldown_command_misuse (
    error, _ ("“%1$s” is no place that may be iced. The places are: %2$s."), place, known->str);
}

static gboolean
read_place (CooldownContent *content, const char *place, Wish *wish, GError **error)
{
  wish->region = cooldown_place_get_region (content, place, &wish->side);
  return (wish->region != NULL && wish->region->ice) || refuse_place (content, place, error);
}

/* As in the window: the place that was ticked, or the foot, which ice is asked for most. */
static void
choose_place (CooldownOverview *overview, Wish *wish)
{
  GPtrArray *regions = cooldown_content_get_regions (overview->content);
  g_autofree const char **ticks = NULL;
  g_autoptr (GVariant) told =
    overview->settings != NULL
      ? g_variant_lookup_value (overview->settings, "check.ticks", G_VARIANT_TYPE_STRING_ARRAY)
      : NULL;
  const CooldownRegion *first = NULL;

  if (told != NULL)
    ticks = g_variant_get_strv (told, NULL);
  wish->side = COOLDOWN_SIDE_RIGHT;
  for (guint i = regions->len; i > 0; i--)
    {
      const CooldownRegion *region = g_ptr_array_index (regions, i - 1);

      if (!region->ice)
        continue;
      if (first == NULL)
        first = region;
      if (ticks != NULL && region->item != NULL && g_strv_contains (ticks, region->item))
        {
          wish->region = region;
          return;
        }
    }
  wish->region = first;
}

static const CooldownTodayQuestion *
find_today (CooldownContent *content, const char *id)
{
  GPtrArray *today = cooldown_content_get_today (content);

  for (guint i = 0; i < today->len; i++)
    {
      const CooldownTodayQuestion *question = g_ptr_array_index (today, i);

      if (g_strcmp0 (question->id, id) == 0)
        return question;
    }
  return NULL;
}

static gboolean
refuse_today (CooldownContent *content, const char *id, GError **error)
{
  const CooldownTodayQuestion *question = find_today (content, id);

  return cooldown_command_refuse (error, "%s", question != NULL ? question->text : "");
}

static gboolean
refuse_tick (CooldownContent *content, const char *id, GError **error)
{
  const CooldownForbidding *rule = cooldown_content_find_forbidding (content, id);
  const CooldownItem *item = cooldown_content_get_item (content, id);

  return cooldown_command_refuse (error, "%s: %s", item != NULL ? item->name : "", rule != NULL ? rule->text : "");
}

/* Whoever should not ice is told before, not after. */
static gboolean
check_gate (CooldownOverview *overview, GError **error)
{
  CooldownContent *content = overview->content;
  g_autofree char *id = NULL;

  switch (cooldown_overview_judge_ice (overview, &id))
    {
    case COOLDOWN_GATE_CLEAR:
      return TRUE;
    case COOLDOWN_GATE_LASTING:
      return cooldown_command_refuse (error, _ ("No ice: one of your answers speaks against it. Ask a doctor first. "
                               "Which one it is stands on the page Ice."));
    case COOLDOWN_GATE_TICK:
      return refuse_tick (content, id, error);
    case COOLDOWN_GATE_ALCOHOL:
      return cooldown_command_refuse (error, "%s", cooldown_content_get_alcohol (content)->text);
    case COOLDOWN_GATE_TODAY:
      return refuse_today (content, id, error);
    case COOLDOWN_GATE_LASTING_OPEN:
    case COOLDOWN_GATE_TODAY_OPEN:
    default:
      return cooldown_command_refuse (error, _ ("Some questions have to be answered before icing. Open them with: "
                               "%s --start-ice"),
                               cooldown_command_get_name ());
    }
}

static gboolean
check_first_today (CooldownOverview *overview, GError **error)
{
  guint32 sessions = 0;

  if (overview->ice_told != NULL)
    g_variant_lookup (overview->ice_told, "sessions-today", "u", &sessions);
  return sessions < cooldown_content_get_ice_protocol (overview->content)->sessions_per_day ||
         cooldown_command_refuse (error, _ ("There was a session of ice today. Whether there may be another is asked "
                           "in Cooldown, on the page Ice."));
}

static gboolean
check_bedtime (CooldownOverview *overview, const Wish *wish, GError **error)
{
  CooldownBedtimes bedtimes;
  gboolean known = cooldown_overview_get_bedtimes (overview, &bedtimes);
  CooldownIceRoom room = cooldown_ice_room_find (overview->content, overview->clock,
                                                 known ? &bedtimes : NULL, wish->minutes);
  g_autofree char *words = NULL;

  if (wish->rounds <= room.fits)
    return TRUE;
  words = cooldown_ice_room_to_string (&room, overview->clock);
  return cooldown_command_refuse (error, "%s", words);
}

/* What is urgent outranks all that speaks for or against ice. */
static gboolean
check_signs (CooldownOverview *overview, GError **error)
{
  g_autoptr (CooldownFinding) finding = cooldown_overview_find (overview);
  const CooldownLevelText *level = cooldown_content_get_level (overview->content, finding->level);
  const CooldownItem *item = finding->because->len > 0 ? g_ptr_array_index (finding->because, 0)
                                                       : NULL;

  return finding->level < COOLDOWN_LEVEL_URGENT ||
         cooldown_command_refuse (error, "%s (%s): %s", level->name, item != NULL ? item->name : "",
                                  level->text);
}

/* What the agent would refuse without a word. */
static gboolean
check_possible (CooldownOverview *overview, const Wish *wish, GError **error)
{
  if (!check_signs (overview, error))
    return FALSE;
  if (overview->ice != NULL && !cooldown_ice_phase_is_over (overview->ice_state.phase))
    return cooldown_command_refuse (error, _ ("A session of ice is going on already. %s --status tells of it."),
                                    cooldown_command_get_name ());
  return check_gate (overview, error) && check_first_today (overview, error) &&
         check_bedtime (overview, wish, error);
}

static GVariant *
make_plan (const Wish *wish)
{
  GVariantDict plan;

  g_variant_dict_init (&plan, NULL);
  g_variant_dict_insert (&plan, "minutes", "u", wish->minutes);
  g_variant_dict_insert (&plan, "rounds", "u", wish->rounds);
  g_variant_dict_insert (&plan, "site", "s", wish->region->id);
  g_variant_dict_insert (&plan, "side", "s", get_side_name (wish->side));
  return g_variant_dict_end (&plan);
}

static gboolean
tell_outcome (CooldownOverview *overview, const Wish *wish, GError **error)
{
  g_autofree char *place = NULL;

  if (overview->ice == NULL || overview->ice_state.phase != COOLDOWN_ICE_DUE)
    return cooldown_command_refuse (error, _ ("Icing was not started."));
  place = cooldown_ice_place_to_string (overview->content, wish->region->id,
                                        get_side_name (wish->side));
  /* Translators: %1$s is a place on the legs: "Ball of the foot, right" */
  g_print (ngettext ("%1$s: %2$u round of %3$u minutes.", "%1$s: %2$u rounds of %3$u minutes.",
                     wish->rounds),
           place, wish->rounds, wish->minutes);
  g_print ("\n%s\n", _ ("The first one is due. Its clock starts when you say that the ice is on, in "
                        "the reminder or in Cooldown."));
  return TRUE;
}

/**
 * cooldown_command_start_ice:
 * @value: minutes and rounds, and perhaps a place: "15,5" or "15,5,calf-l"
 * @clock: the clock
 * @error: return location
 *
 * Starts a session of ice, or says what speaks against it.
 *
 * Returns: whether one was started
 */
gboolean
cooldown_command_start_ice (const char *value, CooldownClock *clock, GError **error)
{
  g_auto (GStrv) values = g_strsplit (value, ",", -1);
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (error);
  g_autoptr (CooldownAgentLine) line = NULL;
  g_autoptr (CooldownOverview) before = NULL;
  g_autoptr (CooldownOverview) after = NULL;
  Wish wish = { 0 };

  if (content == NULL ||
      !read_numbers (values, cooldown_content_get_ice_protocol (content), &wish, error) ||
      (values[2] != NULL && !read_place (content, values[2], &wish, error)))
    return FALSE;
  line = cooldown_agent_line_open (error);
  if (line == NULL)
    return FALSE;
  before = cooldown_overview_new (line, content, clock);
  if (wish.region == NULL)
    choose_place (before, &wish);
  if (!check_possible (before, &wish, error))
    return FALSE;
  if (!cooldown_agent_line_can (line, "ice-start"))
    return cooldown_command_refuse (error, _ ("Icing cannot be started now."));
  if (!cooldown_agent_line_do (line, "ice-start", make_plan (&wish), error))
    return FALSE;
  after = cooldown_overview_new (line, content, clock);
  return tell_outcome (after, &wish, error);
}
