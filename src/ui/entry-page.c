/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-page.h"

#include "core/night.h"
#include "entry-check.h"
#include "entry-episode.h"
#include "entry-forget.h"
#include "entry-load.h"
#include "entry-night.h"
#include "entry-older.h"
#include "entry-session.h"
#include "entry-workout.h"
#include "journal-days.h"
#include "journal-delete.h"
#include "pair.h"
#include "report/entry-words.h"

#include <glib/gi18n.h>

#define CLAMP_SIZE 620

struct _CooldownEntryPage
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownEntryKind kind;
  CooldownEntryEdit *edit; /* (nullable) while it is read */
  GCancellable *cancellable;
  GSimpleActionGroup *actions;

  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *undo;
  GtkWidget *delete;
  GtkWidget *more;
  GtkRevealer *trouble;
  GtkLabel *reason;
  AdwBin *body;
};

G_DEFINE_FINAL_TYPE (CooldownEntryPage, cooldown_entry_page, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_CLOSED,
} CooldownEntryPageSignal;

static guint signals[SIGNAL_CLOSED + 1];

static void load (CooldownEntryPage *self, const char *uid);

static gboolean
is_read_only (CooldownEntryPage *self)
{
  return cooldown_notebook_is_read_only (cooldown_app_state_get_notebook (self->state));
}

/* What belongs to the agent is not deleted from under it. */
static gboolean
is_going_on (CooldownEntry *entry)
{
  return cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_SESSION &&
         cooldown_entry_get_number (entry, COOLDOWN_FIELD_SESSION_OPEN) == TRUE;
}

static void
enable (CooldownEntryPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The title. */

static char *
format_moment (CooldownEntryPage *self, CooldownEntry *entry)
{
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);
  g_autofree char *day = cooldown_entry_get_day (entry);
  g_autofree char *name = cooldown_journal_day_format (clock, day);
  g_autofree char *time = NULL;

  if (self->kind == COOLDOWN_ENTRY_NIGHT)
    return g_steal_pointer (&name);
  time = cooldown_moment_format_time (cooldown_entry_get_at (entry),
                                      cooldown_entry_get_at_offset (entry));
  /* Translators: a day and a time: "Today, 18:12" */
  return g_strdup_printf (_ ("%1$s, %2$s"), name, time);
}

static const char *
name_standing (CooldownEntryPage *self)
{
  if (is_read_only (self))
    return _ ("can only be read");
  switch (cooldown_entry_edit_get_standing (self->edit))
    {
    case COOLDOWN_ENTRY_UNTOUCHED:
      /* Translators: of an entry of which nothing was noted yet */
      return C_ ("entry", "new");
    case COOLDOWN_ENTRY_SAVING:
      return C_ ("entry", "saving");
    case COOLDOWN_ENTRY_NOT_SAVED:
      return C_ ("entry", "not saved");
    case COOLDOWN_ENTRY_SAVED:
    default:
      return C_ ("entry", "saved");
    }
}

static void
show_title (CooldownEntryPage *self, CooldownEntry *entry)
{
  g_autofree char *title = cooldown_entry_format_title (
      entry, cooldown_app_state_get_content (self->state));
  g_autofree char *moment = format_moment (self, entry);
  /* Translators: when it was, and whether it is saved: "Today, 18:12 · saved" */
  g_autofree char *subtitle = g_strdup_printf (_ ("%1$s · %2$s"), moment, name_standing (self));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
show_trouble (CooldownEntryPage *self)
{
  const char *why = cooldown_entry_edit_get_trouble (self->edit);
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (self->trouble, why != NULL);
  if (why == NULL)
    return;
  /* Translators: %s is the reason */
  text = g_strdup_printf (_ ("Not saved: %s"), why);
  gtk_label_set_label (self->reason, text);
}

static void
update (CooldownEntryPage *self)
{
  CooldownEntry *entry = cooldown_entry_edit_get_entry (self->edit);
  gboolean stored = cooldown_entry_edit_is_stored (self->edit);
  gboolean free = stored && !is_read_only (self) && !is_going_on (entry);

  show_title (self, entry);
  show_trouble (self);
  enable (self, "undo", cooldown_entry_edit_can_undo (self->edit));
  enable (self, "delete", free);
  enable (self, "forget", free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), !is_read_only (self));
}

/* Ways out. */

static void
close_page (CooldownEntryPage *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* What was typed is told by the widgets when the focus leaves them. */
static void
settle (CooldownEntryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->body)))
    gtk_widget_grab_focus (self->back);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownEntryPage *self = data;

  settle (self);
  if (self->edit != NULL)
    cooldown_entry_edit_leave (self->edit);
  close_page (self);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownEntryPage *self = data;

  settle (self);
  cooldown_entry_edit_undo (self->edit);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownEntryPage *self = data;
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  CooldownEntry *entry = cooldown_entry_edit_get_entry (self->edit);
  g_autoptr (GVariant) name = g_variant_ref_sink (g_variant_new (
      "(ss)", cooldown_entry_kind_get_name (self->kind), cooldown_entry_get_uid (entry)));

  settle (self);
  cooldown_entry_edit_save (self->edit);
  cooldown_journal_delete (GTK_WIDGET (window), cooldown_app_state_get_notebook (self->state),
                           name);
  close_page (self);
}

static void
forget_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownEntryPage *self = data;

  cooldown_entry_forget (GTK_WIDGET (self), self->edit);
}

static void
on_retry (CooldownEntryPage *self)
{
  cooldown_entry_edit_save (self->edit);
}

/* What is shown. */

static void
on_another_night (CooldownEntryPage *self, const char *date)
{
  g_autofree char *uid = cooldown_night_get_uid (date);

  settle (self);
  cooldown_entry_edit_leave (self->edit);
  load (self, uid);
}

static GtkWidget *
fields_new (CooldownEntryPage *self)
{
  GtkWidget *fields;

  switch (self->kind)
    {
    case COOLDOWN_ENTRY_WORKOUT:
      fields = g_object_new (COOLDOWN_TYPE_ENTRY_WORKOUT_FIELDS, NULL);
      cooldown_entry_workout_fields_set_edit (COOLDOWN_ENTRY_WORKOUT_FIELDS (fields), self->edit);
      return fields;
    case COOLDOWN_ENTRY_NIGHT:
      fields = g_object_new (COOLDOWN_TYPE_ENTRY_NIGHT_FIELDS, NULL);
      cooldown_entry_night_fields_set_edit (COOLDOWN_ENTRY_NIGHT_FIELDS (fields), self->edit);
      g_signal_connect_object (fields, "another", G_CALLBACK (on_another_night), self,
                               G_CONNECT_SWAPPED);
      return fields;
    case COOLDOWN_ENTRY_SESSION:
      fields = g_object_new (COOLDOWN_TYPE_ENTRY_SESSION_FIELDS, NULL);
      cooldown_entry_session_fields_set_edit (COOLDOWN_ENTRY_SESSION_FIELDS (fields), self->edit);
      return fields;
    case COOLDOWN_ENTRY_CHECK:
    case COOLDOWN_ENTRY_SIGN:
    case COOLDOWN_ENTRY_EPISODE:
    default:
      fields = g_object_new (COOLDOWN_TYPE_ENTRY_CHECK_FIELDS, NULL);
      cooldown_entry_check_fields_set_edit (COOLDOWN_ENTRY_CHECK_FIELDS (fields), self->edit);
      return fields;
    }
}

static GtkWidget *
column_new (CooldownEntryPage *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", CLAMP_SIZE,
                                   "tightening-threshold", CLAMP_SIZE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *older = g_object_new (COOLDOWN_TYPE_ENTRY_OLDER, NULL);

  gtk_widget_add_css_class (box, "cd-side");
  gtk_box_append (GTK_BOX (box), fields_new (self));
  cooldown_entry_older_set_edit (COOLDOWN_ENTRY_OLDER (older), self->edit);
  gtk_box_append (GTK_BOX (box), older);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

/* While it was read only the header could have the focus; reading begins at its start. */
static void
focus_start (CooldownEntryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->back);
}

static void
show_edit (CooldownEntryPage *self)
{
  GtkWidget *episode;

  g_signal_connect_object (self->edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "gone", G_CALLBACK (close_page), self, G_CONNECT_SWAPPED);
  if (self->kind == COOLDOWN_ENTRY_EPISODE)
    {
      episode = g_object_new (COOLDOWN_TYPE_ENTRY_EPISODE_FIELDS, NULL);
      cooldown_entry_episode_fields_set_edit (COOLDOWN_ENTRY_EPISODE_FIELDS (episode), self->edit);
      adw_bin_set_child (self->body, episode);
    }
  else
    adw_bin_set_child (self->body, column_new (self));
  gtk_widget_set_visible (self->undo,
                          self->kind != COOLDOWN_ENTRY_CHECK && self->kind != COOLDOWN_ENTRY_SIGN);
  update (self);
  focus_start (self);
}

static void
show_nothing (CooldownEntryPage *self, const char *why)
{
  adw_bin_set_child (
      self->body, g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "cd-journal-symbolic", "title",
                                _ ("This entry cannot be shown"), "description",
                                why != NULL ? why : _ ("It is no longer in the journal."), NULL));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownEntryPage) self = data;
  g_autoptr (GError) error = NULL;
  CooldownEntryEdit *edit = cooldown_entry_load_finish (COOLDOWN_APP_STATE (source), result,
                                                        &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_clear_object (&self->edit);
  self->edit = edit;
  if (edit != NULL)
    show_edit (self);
  else
    show_nothing (self, error != NULL ? error->message : NULL);
}

static void
load (CooldownEntryPage *self, const char *uid)
{
  cooldown_entry_load (self->state, self->kind, uid, self->cancellable, loaded_cb,
                       g_object_ref (self));
}

/* Also when the window closes over it. The widgets come first: what is typed into them counts. */
static void
cooldown_entry_page_unmap (GtkWidget *widget)
{
  CooldownEntryPage *self = COOLDOWN_ENTRY_PAGE (widget);

  GTK_WIDGET_CLASS (cooldown_entry_page_parent_class)->unmap (widget);
  if (self->edit != NULL)
    cooldown_entry_edit_save (self->edit);
}

static void
cooldown_entry_page_dispose (GObject *object)
{
  CooldownEntryPage *self = COOLDOWN_ENTRY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_ENTRY_PAGE);
  g_clear_object (&self->edit);
  g_clear_object (&self->state);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cooldown_entry_page_parent_class)->dispose (object);
}

static void
cooldown_entry_page_finalize (GObject *object)
{
  g_object_unref (COOLDOWN_ENTRY_PAGE (object)->cancellable);
  G_OBJECT_CLASS (cooldown_entry_page_parent_class)->finalize (object);
}

static void
cooldown_entry_page_class_init (CooldownEntryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_entry_page_finalize;
  widget_class->unmap = cooldown_entry_page_unmap;
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, back);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, undo);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, delete);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, more);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, reason);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPage, body);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
cooldown_entry_page_init (CooldownEntryPage *self)
{
  static const GActionEntry entries[] = {
    { "back", back_cb, NULL, NULL, NULL, { 0 } },
    { "undo", undo_cb, NULL, NULL, NULL, { 0 } },
    { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
    { "forget", forget_cb, NULL, NULL, NULL, { 0 } },
  };

  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  enable (self, "undo", FALSE);
  enable (self, "delete", FALSE);
  enable (self, "forget", FALSE);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "entry", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_page_new:
 * @state: what is going on
 * @kind: what the entry is about
 * @uid: (nullable): which entry; %NULL for a new one, which of a night is the last one
 *
 * Returns: (transfer floating): a page for the entry
 */
GtkWidget *
cooldown_entry_page_new (CooldownAppState *state, CooldownEntryKind kind, const char *uid)
{
  CooldownEntryPage *self;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_ENTRY_PAGE, NULL);
  self->state = g_object_ref (state);
  self->kind = kind;
  load (self, uid);
  return GTK_WIDGET (self);
}
