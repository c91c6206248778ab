/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-setup.h"

#include "ice-dial.h"
#include "ice-numbers.h"
#include "ice-question.h"
#include "pair.h"
#include "report/ice-words.h"

#include <glib/gi18n.h>

/* A place that may be iced, on one side. */
typedef struct
{
  const CooldownRegion *region;
  const char *side;
} Place;

struct _CooldownIceSetup
{
  AdwBin parent_instance;
  GtkLabel *lede;
  CooldownIceDial *dial;
  AdwComboRow *where;
  CooldownIceNumbers *minutes;
  CooldownIceNumbers *rounds;
  GtkListBox *today;
  GtkWidget *start;
  GtkWidget *again_box;
  GtkWidget *again;
  GtkLabel *caption;

  CooldownAppState *state;
  GArray *places;       /* (element-type Place) */
  GPtrArray *questions; /* (element-type CooldownIceQuestion), borrowed */
  gboolean rounds_chosen;
  gboolean asks_anew; /* answers from before are to be forgotten */
};

G_DEFINE_FINAL_TYPE (CooldownIceSetup, cooldown_ice_setup, ADW_TYPE_BIN)

static const CooldownIceProtocol *
get_protocol (CooldownIceSetup *self)
{
  return cooldown_content_get_ice_protocol (cooldown_app_state_get_content (self->state));
}

static CooldownIceRoom
get_room (CooldownIceSetup *self)
{
  CooldownBedtimes bedtimes;
  gboolean known = cooldown_app_state_get_bedtimes (self->state, &bedtimes);

  return cooldown_ice_room_find (cooldown_app_state_get_content (self->state),
                                 cooldown_app_state_get_clock (self->state),
                                 known ? &bedtimes : NULL,
                                 cooldown_ice_numbers_get_value (self->minutes));
}

static char *
tell_room (CooldownIceSetup *self, const CooldownIceRoom *room)
{
  if (room->opens > 0 || room->fits < get_protocol (self)->rounds_max)
    return cooldown_ice_room_to_string (room, cooldown_app_state_get_clock (self->state));
  return g_strdup (_ ("The clock starts when the ice is on."));
}

static void
show_text (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
update_dial (CooldownIceSetup *self)
{
  guint minutes = cooldown_ice_numbers_get_value (self->minutes);
  /* Translators: minutes and seconds, "10:00". */
  g_autofree char *timer = g_strdup_printf (_ ("%02u:%02u"), minutes, 0u);
  g_autofree char *spoken = g_strdup_printf (
      ngettext ("%u minute of ice", "%u minutes of ice", minutes), minutes);
  const CooldownIceFace face = {
    .style = COOLDOWN_ICE_DIAL_IDLE,
    .left = 1,
    .mark = -1,
    .headline = timer,
    /* Translators: stands below a number of minutes. */
    .until = _ ("of ice"),
  };

  cooldown_ice_dial_set_face (self->dial, &face);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dial), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static GVariant *
make_plan (CooldownIceSetup *self, gboolean again)
{
  guint selected = adw_combo_row_get_selected (self->where);
  GVariantDict plan;

  g_variant_dict_init (&plan, NULL);
  g_variant_dict_insert (&plan, "minutes", "u", cooldown_ice_numbers_get_value (self->minutes));
  g_variant_dict_insert (&plan, "rounds", "u", cooldown_ice_numbers_get_value (self->rounds));
  if (selected < self->places->len)
    {
      const Place *place = &g_array_index (self->places, Place, selected);

      g_variant_dict_insert (&plan, "site", "s", place->region->id);
      g_variant_dict_insert (&plan, "side", "s", place->side);
    }
  if (again)
    g_variant_dict_insert (&plan, "again", "b", TRUE);
  return g_variant_dict_end (&plan);
}

static gboolean
has_iced_today (CooldownIceSetup *self)
{
  g_autoptr (GVariant) sessions = cooldown_app_state_lookup_ice (self->state, "sessions-today",
                                                                 G_VARIANT_TYPE_UINT32);

  return sessions != NULL &&
         g_variant_get_uint32 (sessions) >= get_protocol (self)->sessions_per_day;
}

static void
update_start (CooldownIceSetup *self, const CooldownIceRoom *room)
{
  gboolean again = has_iced_today (self);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->start), make_plan (self, FALSE));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->again), make_plan (self, TRUE));
  gtk_widget_set_visible (self->start, room->fits > 0 && !again);
  gtk_widget_set_visible (self->again_box, room->fits > 0 && again);
}

/* Shows what was chosen, held to what fits before bedtime. */
static void
update_plan (CooldownIceSetup *self)
{
  const CooldownIceRoom room = get_room (self);
  guint wanted = self->rounds_chosen ? cooldown_ice_numbers_get_value (self->rounds)
                                     : get_protocol (self)->rounds_default;
  g_autofree char *told = tell_room (self, &room);

  cooldown_ice_numbers_set_limit (self->rounds, room.fits);
  cooldown_ice_numbers_set_value (self->rounds, MIN (wanted, room.fits));
  show_text (self->caption, told);
  update_dial (self);
  update_start (self, &room);
}

/* Bedtime comes nearer while the page is looked at. */
static void
second_cb (CooldownIceSetup *self)
{
  const CooldownIceRoom room = get_room (self);
  g_autofree char *told = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  told = tell_room (self, &room);
  if (g_strcmp0 (gtk_label_get_label (self->caption), told) != 0)
    update_plan (self);
}

static void
send_answer (CooldownIceSetup *self, const char *id, gboolean value)
{
  GVariantDict answers;

  g_variant_dict_init (&answers, NULL);
  g_variant_dict_insert (&answers, id, "b", value);
  cooldown_app_state_activate (self->state, "ice-gate", g_variant_dict_end (&answers));
}

/* Answers are shown as the agent knows them, for it is the agent that lets icing start. */
static void
show_today (CooldownIceSetup *self)
{
  g_autoptr (GVariant)
      today = cooldown_app_state_lookup_ice (self->state, "today", G_VARIANT_TYPE ("a{sb}"));
  gboolean empty = today == NULL || g_variant_n_children (today) == 0;

  for (guint i = 0; i < self->questions->len; i++)
    {
      CooldownIceQuestion *row = g_ptr_array_index (self->questions, i);
      gboolean clear;

      if (today != NULL &&
          g_variant_lookup (today, cooldown_ice_question_get_id (row), "b", &clear))
        cooldown_ice_question_set_reply (row, clear ? COOLDOWN_ICE_REPLY_FIRST
                                                    : COOLDOWN_ICE_REPLY_SECOND);
      else if (empty)
        cooldown_ice_question_set_reply (row, COOLDOWN_ICE_REPLY_NONE);
    }
}

/* Asked anew whenever it is shown anew: an answer is about the spot as it is now. */
static void
update_today (CooldownIceSetup *self)
{
  gboolean connected = cooldown_app_state_get_connected (self->state);

  gtk_widget_set_sensitive (GTK_WIDGET (self->today), connected);
  if (!connected)
    return;
  if (self->asks_anew)
    send_answer (self, "forget", TRUE);
  else
    show_today (self);
  self->asks_anew = FALSE;
}

static void
changed_cb (CooldownIceSetup *self)
{
  update_today (self);
  update_plan (self);
}

static void
chosen_cb (CooldownIceSetup *self)
{
  if (self->state != NULL)
    update_plan (self);
}

static void
rounds_chosen_cb (CooldownIceSetup *self)
{
  self->rounds_chosen = TRUE;
  chosen_cb (self);
}

static void
answered_cb (CooldownIceSetup *self, CooldownIceQuestion *row)
{
  send_answer (self, cooldown_ice_question_get_id (row),
               cooldown_ice_question_get_reply (row) == COOLDOWN_ICE_REPLY_FIRST);
}

static void
cooldown_ice_setup_map (GtkWidget *widget)
{
  CooldownIceSetup *self = COOLDOWN_ICE_SETUP (widget);

  GTK_WIDGET_CLASS (cooldown_ice_setup_parent_class)->map (widget);
  self->asks_anew = TRUE;
  self->rounds_chosen = FALSE;
  for (guint i = 0; i < self->questions->len; i++)
    cooldown_ice_question_set_reply (g_ptr_array_index (self->questions, i),
                                     COOLDOWN_ICE_REPLY_NONE);
  if (self->state != NULL)
    changed_cb (self);
}

static void
cooldown_ice_setup_dispose (GObject *object)
{
  CooldownIceSetup *self = COOLDOWN_ICE_SETUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_SETUP);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_ice_setup_parent_class)->dispose (object);
}

static void
cooldown_ice_setup_finalize (GObject *object)
{
  CooldownIceSetup *self = COOLDOWN_ICE_SETUP (object);

  g_array_unref (self->places);
  g_ptr_array_unref (self->questions);
  G_OBJECT_CLASS (cooldown_ice_setup_parent_class)->finalize (object);
}

static void
cooldown_ice_setup_class_init (CooldownIceSetupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_setup_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_ice_setup_finalize;
  widget_class->map = cooldown_ice_setup_map;

  g_type_ensure (COOLDOWN_TYPE_ICE_DIAL);
  g_type_ensure (COOLDOWN_TYPE_ICE_NUMBERS);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, lede);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, dial);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, where);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, minutes);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, rounds);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, today);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, start);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, again_box);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, again);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSetup, caption);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, rounds_chosen_cb);
}

static void
cooldown_ice_setup_init (CooldownIceSetup *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->questions = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_place (CooldownIceSetup *self,
           GtkStringList *names,
           const CooldownRegion *region,
           const char *side)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const Place place = { region, side };

  g_array_append_val (self->places, place);
  gtk_string_list_take (names, cooldown_ice_place_to_string (content, region->id, side));
}

/* From the foot upwards, since feet are what ice is asked for most. */
static void
add_places (CooldownIceSetup *self)
{
  GPtrArray *regions = cooldown_content_get_regions (cooldown_app_state_get_content (self->state));
  CooldownGate *gate = cooldown_app_state_get_gate (self->state);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = regions->len; i > 0; i--)
    {
      const CooldownRegion *region = g_ptr_array_index (regions, i - 1);

      if (!cooldown_gate_permits_site (gate, region->id))
        continue;
      add_place (self, names, region, "right");
      add_place (self, names, region, "left");
    }
  adw_combo_row_set_model (self->where, G_LIST_MODEL (names));
}

/* A place that the checklist names is taken to be the one that hurts. */
static void
preset_place (CooldownIceSetup *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);

  for (guint i = 0; i < self->places->len; i++)
    {
      const CooldownRegion *region = g_array_index (self->places, Place, i).region;

      if (region->item != NULL && cooldown_ticks_has (ticks, region->item))
        {
          adw_combo_row_set_selected (self->where, i);
          return;
        }
    }
}

static void
add_today (CooldownIceSetup *self)
{
  GPtrArray *today = cooldown_content_get_today (cooldown_app_state_get_content (self->state));

  for (guint i = 0; i < today->len; i++)
    {
      const CooldownTodayQuestion *question = g_ptr_array_index (today, i);
      GtkWidget *row = cooldown_ice_question_new (question->id, question->question,
                                                  question->clear_name, question->stop_name);

      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->questions, row);
      gtk_list_box_append (self->today, row);
    }
}

/**
 * cooldown_ice_setup_set_state:
 * @self: the page before a session
 * @state: what is going on
 *
 * Called once.
 */
void
cooldown_ice_setup_set_state (CooldownIceSetup *self, CooldownAppState *state)
{
  const CooldownIceProtocol *protocol;
  g_autofree char *lede = NULL;

  g_return_if_fail (COOLDOWN_IS_ICE_SETUP (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  protocol = get_protocol (self);
  lede = g_strdup_printf (ngettext ("%u minute once an hour is a good plan",
                                    "%u minutes once an hour is a good plan",
                                    protocol->minutes_default),
                          protocol->minutes_default);
  gtk_label_set_label (self->lede, lede);
  cooldown_ice_numbers_set_range (self->minutes, protocol->minutes_min,
                                  MIN (protocol->minutes_max, COOLDOWN_ICE_CEILING_MINUTES));
  cooldown_ice_numbers_set_value (self->minutes, protocol->minutes_default);
  cooldown_ice_numbers_set_range (self->rounds, protocol->rounds_min, protocol->rounds_max);
  add_places (self);
  preset_place (self);
  add_today (self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->start), "agent.ice-start");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->again), "agent.ice-start");
  g_signal_connect_object (state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (second_cb), self, G_CONNECT_SWAPPED);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  changed_cb (self);
}

/**
 * cooldown_ice_setup_set_narrow:
 * @self: the page before a session
 * @narrow: whether the window is narrow; the place then has a line of its own and is not cut off
 */
void
cooldown_ice_setup_set_narrow (CooldownIceSetup *self, gboolean narrow)
{
  g_return_if_fail (COOLDOWN_IS_ICE_SETUP (self));
  adw_combo_row_set_use_subtitle (self->where, narrow);
}
