/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-row.h"

#include "journal-days.h"
#include "report/entry-words.h"

#include <glib/gi18n.h>

/* From here on the strength is tinted, and from there more so. */
#define SEVERITY_MEDIUM 4
#define SEVERITY_STRONG 7

struct _CooldownJournalRow
{
  AdwActionRow parent_instance;
  CooldownAppState *state;
  CooldownJournalLine line;
  gboolean dated;
  GtkWidget *menu; /* (nullable): a child of this row */

  GtkImage *badge;
  GtkLabel *strength;
};

G_DEFINE_FINAL_TYPE (CooldownJournalRow, cooldown_journal_row, ADW_TYPE_ACTION_ROW)

/* What tells at a glance of what kind an entry is. */
typedef struct
{
  char *icon; /* (owned) */
  const char *css_class;
} Look;

static Look
get_session_look (CooldownEntry *entry)
{
  const char *kind = cooldown_entry_get_text (entry, COOLDOWN_FIELD_SESSION_KIND);

  if (g_strcmp0 (kind, "evening") == 0)
    return (Look){ g_strdup ("cd-evening-symbolic"), "night" };
  return (Look){
    g_strdup (g_strcmp0 (kind, "ice") == 0 ? "cd-ice-symbolic" : "cd-recover-symbolic"), "accent"
  };
}

static Look
get_look (CooldownEntry *entry)
{
  switch (cooldown_entry_get_kind (entry))
    {
    case COOLDOWN_ENTRY_EPISODE:
      return (Look){ g_strdup ("cd-check-symbolic"), "warm" };
    case COOLDOWN_ENTRY_WORKOUT:
      return (Look){ cooldown_workout_get_kind_icon (
                         cooldown_entry_get_text (entry, COOLDOWN_FIELD_WORKOUT_KIND)),
                     "accent" };
    case COOLDOWN_ENTRY_NIGHT:
      return (Look){ g_strdup ("cd-evening-symbolic"), "night" };
    case COOLDOWN_ENTRY_SIGN:
      return (Look){ g_strdup ("cd-warning-symbolic"), "plain" };
    case COOLDOWN_ENTRY_SESSION:
      return get_session_look (entry);
    case COOLDOWN_ENTRY_CHECK:
    default:
      return (Look){ g_strdup ("cd-clipboard-symbolic"), "plain" };
    }
}

static void
show_badge (CooldownJournalRow *self)
{
  Look look = get_look (self->line.entry);

  gtk_image_set_from_icon_name (self->badge, look.icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge),
                              (const char *[]){ "cd-badge", look.css_class, NULL });
  g_free (look.icon);
}

/* How strong it was, 0 to 10, or %COOLDOWN_NOT_NOTED. */
static gint64
get_strength (CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);

  if (kind == COOLDOWN_ENTRY_EPISODE)
    return cooldown_entry_get_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY);
  if (kind == COOLDOWN_ENTRY_NIGHT)
    return cooldown_entry_get_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS);
  return COOLDOWN_NOT_NOTED;
}

static void
show_strength (CooldownJournalRow *self, gint64 strength)
{
  g_autofree char *number = NULL;
  const char *tint = strength >= SEVERITY_STRONG   ? "strong"
                     : strength >= SEVERITY_MEDIUM ? "medium"
                                                   : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->strength), strength != COOLDOWN_NOT_NOTED);
  if (strength == COOLDOWN_NOT_NOTED)
    return;
  number = g_strdup_printf ("%d", (int) strength);
  gtk_label_set_label (self->strength, number);
  gtk_widget_set_css_classes (GTK_WIDGET (self->strength),
                              (const char *[]){ "cd-sev", "cd-tnum", tint, NULL });
}

/* All that the row shows, in the order in which it stands. */
static char *
describe (const char *title, const char *subtitle, gint64 strength)
{
  if (strength == COOLDOWN_NOT_NOTED)
    /* Translators: a row of the journal for a screen reader: its title and what stands under it */
    return g_strdup_printf (C_ ("journal", "%1$s. %2$s"), title, subtitle);
  /* Translators: the same with a number from 0 to 10 at its end */
  return g_strdup_printf (C_ ("journal", "%1$s. %2$s. Strength %3$d"), title, subtitle,
                          (int) strength);
}

static char *
format_subtitle (CooldownJournalRow *self)
{
  CooldownEntry *entry = self->line.entry;
  g_autofree char *subtitle = cooldown_entry_format_subtitle (
      entry, cooldown_app_state_get_content (self->state), self->line.with,
      cooldown_app_state_now (self->state).wall);
  g_autofree char *day = NULL;
  g_autofree char *date = NULL;

  if (!self->dated)
    return g_steal_pointer (&subtitle);
  day = cooldown_entry_get_day (entry);
  date = cooldown_journal_day_format_short (cooldown_app_state_get_clock (self->state), day);
  return g_strjoin (" · ", date, *subtitle != '\0' ? subtitle : NULL, NULL);
}

static GVariant *
get_target (CooldownJournalRow *self)
{
  CooldownEntry *entry = self->line.entry;
  const char *uid = cooldown_entry_get_uid (entry);

  return g_variant_new ("(ss)", cooldown_entry_kind_get_name (cooldown_entry_get_kind (entry)),
                        uid != NULL ? uid : "");
}

/* What goes on belongs to the agent. */
static gboolean
can_delete (CooldownJournalRow *self)
{
  CooldownEntry *entry = self->line.entry;

  return cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_SESSION ||
         cooldown_entry_get_number (entry, COOLDOWN_FIELD_SESSION_OPEN) != 1;
}

static GMenuModel *
build_menu (CooldownJournalRow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) show = g_menu_item_new (_ ("_Open"), NULL);
  g_autoptr (GMenuItem) delete = g_menu_item_new (_ ("_Delete"), NULL);

  g_menu_item_set_action_and_target_value (show, "win.show-entry", get_target (self));
  g_menu_append_item (menu, show);
  g_menu_item_set_action_and_target_value (delete, "journal.delete", get_target (self));
  if (can_delete (self))
    g_menu_append_item (menu, delete);
  return G_MENU_MODEL (menu);
}

/**
 * cooldown_journal_row_open_menu:
 * @self: a row
 * @x: where to point to, in the row's own coordinates
 * @y: where to point to
 *
 * Opens its menu.
 */
void
cooldown_journal_row_open_menu (CooldownJournalRow *self, double x, double y)
{
  g_autoptr (GMenuModel) model = build_menu (self);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  /* Below its beginning, where it hides nothing of the row. */
  cooldown_journal_row_open_menu (
      COOLDOWN_JOURNAL_ROW (widget),
      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) : 0,
      gtk_widget_get_height (widget));
  return GDK_EVENT_STOP;
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  CooldownJournalRow *self = COOLDOWN_JOURNAL_ROW (widget);

  if (can_delete (self))
    gtk_widget_activate_action_variant (widget, "journal.delete", get_target (self));
  return GDK_EVENT_STOP;
}

static void
cooldown_journal_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownJournalRow *self = COOLDOWN_JOURNAL_ROW (widget);

  GTK_WIDGET_CLASS (cooldown_journal_row_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
cooldown_journal_row_dispose (GObject *object)
{
  CooldownJournalRow *self = COOLDOWN_JOURNAL_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->line.entry);
  g_clear_object (&self->line.with);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_journal_row_parent_class)->dispose (object);
}

static void
cooldown_journal_row_class_init (CooldownJournalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_row_dispose;
  widget_class->size_allocate = cooldown_journal_row_size_allocate;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
cooldown_journal_row_init (CooldownJournalRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);

  g_object_set (self, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, "activatable",
                TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cd-tnum");
  self->badge = g_object_new (GTK_TYPE_IMAGE, "pixel-size", 20, "valign", GTK_ALIGN_CENTER,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->strength = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, NULL);
  adw_action_row_add_prefix (row, GTK_WIDGET (self->badge));
  adw_action_row_add_suffix (row, GTK_WIDGET (self->strength));
  adw_action_row_add_suffix (row, g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
}

/**
 * cooldown_journal_row_new:
 * @state: what is going on
 * @line: what it shows
 * @dated: whether it says of which day it is
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cooldown_journal_row_new (CooldownAppState *state, const CooldownJournalLine *line, gboolean dated)
{
  CooldownJournalRow *self = g_object_new (COOLDOWN_TYPE_JOURNAL_ROW, NULL);

  self->state = g_object_ref (state);
  self->dated = dated;
  cooldown_journal_row_show (self, line);
  return GTK_WIDGET (self);
}

/**
 * cooldown_journal_row_show:
 * @self: a row
 * @line: what it shows
 *
 * Shows an entry, or the same as it has become.
 */
void
cooldown_journal_row_show (CooldownJournalRow *self, const CooldownJournalLine *line)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_ROW (self));

  if (self->line.entry != NULL && cooldown_journal_line_equal (&self->line, line))
    return;
  g_set_object (&self->line.entry, line->entry);
  g_set_object (&self->line.with, line->with);
  show_badge (self);
  show_strength (self, get_strength (line->entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-entry");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self), get_target (self));
  cooldown_journal_row_update (self);
}

/**
 * cooldown_journal_row_update:
 * @self: a row
 *
 * Has its words follow the clock: how long something goes on, and which days have their year.
 */
void
cooldown_journal_row_update (CooldownJournalRow *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  g_autofree char *title = cooldown_entry_format_title (self->line.entry, content);
  g_autofree char *subtitle = format_subtitle (self);
  g_autofree char *name = describe (title, subtitle, get_strength (self->line.entry));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * cooldown_journal_row_is_about:
 * @self: a row
 * @entry: an entry
 *
 * Returns: whether it shows that entry, as it is or as it was
 */
gboolean
cooldown_journal_row_is_about (CooldownJournalRow *self, CooldownEntry *entry)
{
  g_return_val_if_fail (COOLDOWN_IS_JOURNAL_ROW (self), FALSE);
  return cooldown_entry_get_kind (self->line.entry) == cooldown_entry_get_kind (entry) &&
         g_strcmp0 (cooldown_entry_get_uid (self->line.entry), cooldown_entry_get_uid (entry)) == 0;
}
