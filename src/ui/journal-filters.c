/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-filters.h"

#include "split.h"

#include <glib/gi18n.h>

#define MOST_SEVERE 10

struct _CooldownJournalFilters
{
  GtkBox parent_instance;
  CooldownContent *content;
  gboolean filling; /* whether it is the program that changes what is chosen */

  GtkToggleButton *all;
  GtkToggleButton *tingling;
  GtkToggleButton *workouts;
  GtkToggleButton *ice;
  GtkToggleButton *nights;
  GtkToggleButton *checks;
  GtkMenuButton *more;
  GtkDropDown *place;
  GtkDropDown *strength;
  GtkCheckButton *pain;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (CooldownJournalFilters, cooldown_journal_filters, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownJournalFiltersSignal;

static guint signals[SIGNAL_CHANGED + 1];

static GtkToggleButton *
get_chip (CooldownJournalFilters *self, CooldownJournalPart part)
{
  GtkToggleButton *const chips[COOLDOWN_N_JOURNAL_PARTS] = {
    [COOLDOWN_JOURNAL_ALL] = self->all,           [COOLDOWN_JOURNAL_TINGLING] = self->tingling,
    [COOLDOWN_JOURNAL_WORKOUTS] = self->workouts, [COOLDOWN_JOURNAL_ICE] = self->ice,
    [COOLDOWN_JOURNAL_NIGHTS] = self->nights,     [COOLDOWN_JOURNAL_CHECKS] = self->checks,
  };

  return chips[part];
}

/* The first choice of both lists is any. */
static guint
count_more (CooldownJournalFilters *self)
{
  return (gtk_drop_down_get_selected (self->place) > 0 ? 1 : 0) +
         (gtk_drop_down_get_selected (self->strength) > 0 ? 1 : 0) +
         (gtk_check_button_get_active (self->pain) ? 1 : 0);
}

static void
changed (CooldownJournalFilters *self)
{
  guint n = count_more (self);
  g_autofree char *label = NULL;

  if (self->filling || self->content == NULL)
    return;
  /* Translators: button that opens further filters; %u is how many of them are set */
  label = n > 0 ? g_strdup_printf (ngettext ("More Filters: %u", "More Filters: %u", n), n)
                : g_strdup (_ ("More Filters"));
  gtk_menu_button_set_label (self->more, label);
  gtk_widget_set_sensitive (self->clear, n > 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_chip_toggled (CooldownJournalFilters *self, GtkToggleButton *chip)
{
  if (gtk_toggle_button_get_active (chip))
    changed (self);
}

static void
on_more_changed (CooldownJournalFilters *self)
{
  changed (self);
}

static void
clear_more (CooldownJournalFilters *self)
{
  gtk_drop_down_set_selected (self->place, 0);
  gtk_drop_down_set_selected (self->strength, 0);
  gtk_check_button_set_active (self->pain, FALSE);
}

static void
on_clear_clicked (CooldownJournalFilters *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->place), GTK_DIR_TAB_FORWARD);
  self->filling = TRUE;
  clear_more (self);
  self->filling = FALSE;
  changed (self);
}

static void
fill_places (CooldownJournalFilters *self)
{
  GPtrArray *regions = cooldown_content_get_regions (self->content);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("place", "Anywhere"));
  for (guint i = 0; i < regions->len; i++)
    gtk_string_list_append (names, ((const CooldownRegion *) g_ptr_array_index (regions, i))->name);
  gtk_drop_down_set_model (self->place, G_LIST_MODEL (names));
}

static void
fill_strengths (CooldownJournalFilters *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("strength", "Any strength"));
  for (int i = 1; i <= MOST_SEVERE; i++)
    {
      /* Translators: a strength from 0 to 10, at least */
      g_autofree char *name = i < MOST_SEVERE ? g_strdup_printf (C_ ("strength", "%d or more"), i)
                                              : g_strdup_printf ("%d", i);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->strength, G_LIST_MODEL (names));
}

static void
cooldown_journal_filters_dispose (GObject *object)
{
  CooldownJournalFilters *self = COOLDOWN_JOURNAL_FILTERS (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_JOURNAL_FILTERS);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (cooldown_journal_filters_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/journal-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, all);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, tingling);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, workouts);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, ice);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, nights);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, checks);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, more);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, place);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, strength);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, pain);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalFilters, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_more_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
cooldown_journal_filters_class_init (CooldownJournalFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_filters_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
cooldown_journal_filters_init (CooldownJournalFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_journal_filters_set_content:
 * @self: filters without content
 * @content: what the program knows: the places on the legs
 *
 * Gives @self what it offers; to be called once.
 */
void
cooldown_journal_filters_set_content (CooldownJournalFilters *self, CooldownContent *content)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_FILTERS (self));
  g_return_if_fail (self->content == NULL);

  self->filling = TRUE;
  self->content = g_object_ref (content);
  fill_places (self);
  fill_strengths (self);
  self->filling = FALSE;
}

/**
 * cooldown_journal_filters_apply:
 * @self: filters
 * @search: what is looked for
 *
 * Has @search look for what is chosen here; its words stay as they are.
 */
void
cooldown_journal_filters_apply (CooldownJournalFilters *self, CooldownJournalSearch *search)
{
  guint place;

  g_return_if_fail (COOLDOWN_IS_JOURNAL_FILTERS (self));
  g_return_if_fail (self->content != NULL);

  for (guint part = 0; part < COOLDOWN_N_JOURNAL_PARTS; part++)
    if (gtk_toggle_button_get_active (get_chip (self, (CooldownJournalPart) part)))
      search->part = (CooldownJournalPart) part;
  place = gtk_drop_down_get_selected (self->place);
  cooldown_journal_search_set_region (
      search, place > 0 ? ((const CooldownRegion *) g_ptr_array_index (
                               cooldown_content_get_regions (self->content), place - 1))
                              ->id
                        : NULL);
  search->severity = gtk_drop_down_get_selected (self->strength) > 0
                         ? (int) gtk_drop_down_get_selected (self->strength)
                         : COOLDOWN_SEVERITY_ANY;
  search->with_pain = gtk_check_button_get_active (self->pain);
}

/**
 * cooldown_journal_filters_clear:
 * @self: filters
 *
 * Chooses everything.
 */
void
cooldown_journal_filters_clear (CooldownJournalFilters *self)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_FILTERS (self));

  self->filling = TRUE;
  clear_more (self);
  gtk_toggle_button_set_active (self->all, TRUE);
  self->filling = FALSE;
  changed (self);
}
