/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-notice.h"

#include "pair.h"

struct _CooldownJournalNotice
{
  GtkBox parent_instance;
  CooldownNotebook *notebook;

  GtkWidget *read_only;
  GtkWidget *news;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (CooldownJournalNotice, cooldown_journal_notice, GTK_TYPE_BOX)

/**
 * cooldown_journal_notice_update:
 * @self: a notice
 *
 * Says whether the journal can only be read; that is known once it was read.
 */
void
cooldown_journal_notice_update (CooldownJournalNotice *self)
{
  gboolean read_only;

  g_return_if_fail (COOLDOWN_IS_JOURNAL_NOTICE (self));
  read_only = self->notebook != NULL && cooldown_notebook_is_read_only (self->notebook);
  gtk_widget_set_visible (self->read_only, read_only);
  gtk_widget_set_visible (GTK_WIDGET (self), read_only || gtk_widget_get_visible (self->news));
}

/* What is said later is said too: neither makes the other untrue. */
static void
notice_cb (CooldownJournalNotice *self, const char *text)
{
  const char *before = gtk_label_get_label (self->text);
  g_autofree char *both = gtk_widget_get_visible (self->news) && !g_str_equal (before, text)
                              ? g_strjoin ("\n", before, text, NULL)
                              : g_strdup (text);

  gtk_label_set_label (self->text, both);
  gtk_widget_set_visible (self->news, TRUE);
  cooldown_journal_notice_update (self);
}

static void
on_dismiss_clicked (CooldownJournalNotice *self)
{
  /* The focus must not be lost with the button. */
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->news, FALSE);
  cooldown_journal_notice_update (self);
}

static void
cooldown_journal_notice_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_JOURNAL_NOTICE (object)->notebook);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_JOURNAL_NOTICE);
  G_OBJECT_CLASS (cooldown_journal_notice_parent_class)->dispose (object);
}

static void
cooldown_journal_notice_class_init (CooldownJournalNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_notice_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/journal-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalNotice, read_only);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalNotice, news);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalNotice, text);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss_clicked);
}

static void
cooldown_journal_notice_init (CooldownJournalNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_journal_notice_set_notebook:
 * @self: a notice
 * @notebook: the journal
 *
 * Has @self say what the journal has to say; to be called once.
 */
void
cooldown_journal_notice_set_notebook (CooldownJournalNotice *self, CooldownNotebook *notebook)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_NOTICE (self));
  g_return_if_fail (self->notebook == NULL);

  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  /* The journal may have been opened for something else. */
  if (cooldown_notebook_get_notice (notebook) != NULL)
    notice_cb (self, cooldown_notebook_get_notice (notebook));
  cooldown_journal_notice_update (self);
}
