/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-page.h"

#include "journal-days.h"
#include "journal-delete.h"
#include "journal-filters.h"
#include "journal-list.h"
#include "journal-month.h"
#include "journal-notice.h"
#include "journal-search.h"
#include "journal-weeks.h"
#include "pair.h"
#include "report-popover.h"

#include <glib/gi18n.h>

struct _CooldownJournalPage
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownJournalSearch *search;
  GCancellable *loading; /* (nullable) */
  gboolean fresh;        /* whether what comes next are other entries than those shown */
  gboolean stale;        /* whether the journal changed while nobody looked */
  gboolean can_write;
  char *today;

  GtkSearchBar *search_bar;
  GtkEditable *entry;
  CooldownJournalNotice *notice;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkWidget *retry;
  GtkScrolledWindow *scroller;
  CooldownJournalWeeks *weeks;
  CooldownJournalFilters *filters;
  GtkMenuButton *report;
  CooldownJournalMonth *month;
  GtkLabel *count;
  CooldownJournalList *list;
  GtkWidget *more;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (CooldownJournalPage, cooldown_journal_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SEARCH_MODE = 1,
  PROP_CAN_SEARCH,
  PROP_CAN_WRITE,
} CooldownJournalPageProperty;

static GParamSpec *properties[PROP_CAN_WRITE + 1];

static gboolean
is_readable (CooldownJournalPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "entries") == 0;
}

/* "12 entries", or that these are not all of them. */
static char *
format_count (guint n_shown, guint total)
{
  if (n_shown == total)
    return g_strdup_printf (ngettext ("%u entry", "%u entries", total), total);
  /* Translators: above a list that begins with the newest; %1$u is less than %2$u */
  return g_strdup_printf (C_ ("journal", "The newest %1$u of %2$u entries"), n_shown, total);
}

static void
show_count (CooldownJournalPage *self, const CooldownJournalFound *found)
{
  gboolean flat = found->year == 0;
  guint n = found->lines->len;
  g_autofree char *count = flat && n > 0 ? format_count (n, found->total) : g_strdup ("");

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), *count != '\0');
  gtk_widget_set_visible (self->more, flat && n < found->total);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->month), !flat);
  if (!flat)
    cooldown_journal_month_show (self->month, found->months, found->year, found->month);
}

/* A search by words begins at the top; all else is below what was pressed for it. */
static void
scroll_up (CooldownJournalPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_part (CooldownJournalPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_search_bar_set_key_capture_widget (self->search_bar,
                                         is_readable (self) ? GTK_WIDGET (self) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_SEARCH]);
}

static void
show_found (CooldownJournalPage *self, const CooldownJournalFound *found)
{
  if (self->fresh)
    cooldown_journal_list_reset (self->list);
  if (self->fresh && self->search->text != NULL)
    scroll_up (self);
  self->fresh = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->weeks), self->search->text == NULL);
  show_count (self, found);
  cooldown_journal_list_show (self->list, found->lines, found->year != 0);
  show_part (self, found->blank ? "blank" : "entries");
  if (found->blank)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
show_failure (CooldownJournalPage *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed, markup);
  show_part (self, "failed");
}

/* What can be written is known once the journal was read. */
static void
update_can_write (CooldownJournalPage *self)
{
  gboolean can = !cooldown_notebook_is_read_only (cooldown_app_state_get_notebook (self->state));

  cooldown_journal_notice_update (self->notice);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.delete", can);
  if (can == self->can_write)
    return;
  self->can_write = can;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_WRITE]);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownJournalPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownJournalFound)
      found = cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);

  /* Another search is on its way, or there is nobody to show it to. */
  if (self->state == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;
  g_clear_object (&self->loading);
  update_can_write (self);
  if (found != NULL)
    show_found (self, found);
  else
    show_failure (self, error);
}

static void
load (CooldownJournalPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  cooldown_journal_search_run (self->search, cooldown_app_state_get_notebook (self->state),
                               cooldown_app_state_get_content (self->state), self->loading,
                               found_cb, g_object_ref (self));
}

/* Everything anew, but only for somebody who looks. */
static void
load_all (CooldownJournalPage *self)
{
  load (self);
  if (!self->stale)
    cooldown_journal_weeks_load (self->weeks);
}

static void
load_others (CooldownJournalPage *self)
{
  self->fresh = TRUE;
  load (self);
}

static void
on_search_changed (CooldownJournalPage *self)
{
  g_autofree char *before = g_strdup (self->search->text);

  cooldown_journal_search_set_text (self->search, gtk_search_bar_get_search_mode (self->search_bar)
                                                      ? gtk_editable_get_text (self->entry)
                                                      : NULL);
  if (g_strcmp0 (before, self->search->text) != 0)
    load_others (self);
}

static void
on_search_mode (CooldownJournalPage *self)
{
  on_search_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

static void
on_filters_changed (CooldownJournalPage *self)
{
  cooldown_journal_filters_apply (self->filters, self->search);
  load_others (self);
}

static void
on_month_chosen (CooldownJournalPage *self, guint year, guint month)
{
  self->search->year = year;
  self->search->month = month;
  load_others (self);
}

static void
on_more_clicked (CooldownJournalPage *self)
{
  self->search->limit *= 2;
  load (self);
}

static void
on_clear_clicked (CooldownJournalPage *self)
{
  /* The button goes with what it clears. */
  gtk_widget_child_focus (GTK_WIDGET (self->filters), GTK_DIR_TAB_FORWARD);
  gtk_editable_set_text (self->entry, "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  cooldown_journal_filters_clear (self->filters);
}

static void
on_retry_clicked (CooldownJournalPage *self)
{
  load_all (self);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cooldown_journal_delete (
      widget, cooldown_app_state_get_notebook (COOLDOWN_JOURNAL_PAGE (widget)->state), parameter);
}

static void
update_today (CooldownJournalPage *self)
{
  char *today = cooldown_journal_day_from_today (cooldown_app_state_get_clock (self->state), 0);
  gboolean same = g_strcmp0 (today, self->today) == 0;

  g_free (self->today);
  self->today = today;
  if (same)
    return;
  cooldown_journal_list_update_days (self->list);
  if (!self->stale)
    cooldown_journal_weeks_load (self->weeks);
}

static void
zone_cb (CooldownJournalPage *self)
{
  update_today (self);
  cooldown_journal_list_update_days (self->list);
}

static void
on_map (CooldownJournalPage *self)
{
  if (self->state == NULL)
    return;
  update_today (self);
  if (self->stale)
    load_all (self);
}

static void
cooldown_journal_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownJournalPage *self = COOLDOWN_JOURNAL_PAGE (object);

  switch ((CooldownJournalPageProperty) id)
    {
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->search_bar));
      break;
    case PROP_CAN_SEARCH:
      g_value_set_boolean (value, is_readable (self));
      break;
    case PROP_CAN_WRITE:
      g_value_set_boolean (value, self->can_write);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_journal_page_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  CooldownJournalPage *self = COOLDOWN_JOURNAL_PAGE (object);

  if (id == PROP_SEARCH_MODE)
    gtk_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cooldown_journal_page_dispose (GObject *object)
{
  CooldownJournalPage *self = COOLDOWN_JOURNAL_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_JOURNAL_PAGE);
  G_OBJECT_CLASS (cooldown_journal_page_parent_class)->dispose (object);
}

static void
cooldown_journal_page_finalize (GObject *object)
{
  CooldownJournalPage *self = COOLDOWN_JOURNAL_PAGE (object);

  cooldown_journal_search_free (self->search);
  g_free (self->today);
  G_OBJECT_CLASS (cooldown_journal_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, entry);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, notice);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, failed);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, retry);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, weeks);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, filters);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, report);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, month);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, count);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, more);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_month_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                           G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_SEARCH] = g_param_spec_boolean ("can-search", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_WRITE] = g_param_spec_boolean ("can-write", NULL, NULL, TRUE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cooldown_journal_page_class_init (CooldownJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cooldown_journal_page_get_property;
  object_class->set_property = cooldown_journal_page_set_property;
  object_class->dispose = cooldown_journal_page_dispose;
  object_class->finalize = cooldown_journal_page_finalize;
  install_properties (object_class);
  g_type_ensure (COOLDOWN_TYPE_JOURNAL_FILTERS);
  g_type_ensure (COOLDOWN_TYPE_JOURNAL_LIST);
  g_type_ensure (COOLDOWN_TYPE_JOURNAL_MONTH);
  g_type_ensure (COOLDOWN_TYPE_JOURNAL_NOTICE);
  g_type_ensure (COOLDOWN_TYPE_JOURNAL_WEEKS);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "journal.delete", "(ss)", delete_cb);
}

static void
cooldown_journal_page_init (CooldownJournalPage *self)
{
  self->search = cooldown_journal_search_new ();
  self->stale = TRUE;
  self->can_write = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->entry);
}

/**
 * cooldown_journal_page_set_state:
 * @self: the page
 * @state: what is going on
 *
 * Gives the page what it shows. To be called once.
 */
void
cooldown_journal_page_set_state (CooldownJournalPage *self, CooldownAppState *state)
{
  CooldownNotebook *notebook;

  g_return_if_fail (COOLDOWN_IS_JOURNAL_PAGE (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  notebook = cooldown_app_state_get_notebook (state);
  cooldown_journal_filters_set_content (self->filters, cooldown_app_state_get_content (state));
  cooldown_journal_list_set_state (self->list, state);
  cooldown_journal_weeks_set_state (self->weeks, state);
  cooldown_journal_notice_set_notebook (self->notice, notebook);
  gtk_menu_button_set_popover (self->report, cooldown_report_popover_new (state));
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  g_signal_connect_object (state, "second", G_CALLBACK (update_today), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::zone", G_CALLBACK (zone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (load_all), self, G_CONNECT_SWAPPED);
  update_today (self);
  load_all (self);
}

/**
 * cooldown_journal_page_open_report:
 * @self: the page
 *
 * Opens what makes the doctor's report, where there is anything to report.
 */
void
cooldown_journal_page_open_report (CooldownJournalPage *self)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->report)))
    gtk_menu_button_popup (self->report);
}
