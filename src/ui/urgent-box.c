/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "urgent-box.h"

#include "phone-text.h"
#include "sign-outcome.h"
#include "topic-row.h"

#include <glib/gi18n.h>

struct _CooldownUrgentBox
{
  GtkBox parent_instance;
  char *suggested; /* what was last suggested to say on the phone */

  GtkWidget *why;
  GtkWidget *phone;
  GtkWidget *phone_size;
  GtkWidget *until_title;
  GtkWidget *until;
  GtkWidget *changed;
  GtkWidget *outcomes;
};

G_DEFINE_FINAL_TYPE (CooldownUrgentBox, cooldown_urgent_box, GTK_TYPE_BOX)

static char *
get_phone_text (CooldownUrgentBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->phone));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_cb (CooldownUrgentBox *self)
{
  g_autofree char *text = get_phone_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Copied"));
}

/* A text view learns its height only after it was given one; a label behind it knows it before. */
static void
phone_changed_cb (CooldownUrgentBox *self)
{
  g_autofree char *text = get_phone_text (self);

  gtk_label_set_text (GTK_LABEL (self->phone_size), text);
}

static void
suggest_phone_text (CooldownUrgentBox *self, CooldownContent *content, CooldownTicks *ticks)
{
  g_autofree char *after = cooldown_phone_text_new (content, ticks);
  g_autofree char *shown = get_phone_text (self);
  g_autofree char *merged = cooldown_phone_text_merge (shown, self->suggested, after);

  if (!g_str_equal (merged, shown))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->phone)), merged, -1);
  g_free (self->suggested);
  self->suggested = g_steal_pointer (&after);
}

static GPtrArray *
find_ticked_signs (CooldownContent *content, CooldownTicks *ticks)
{
  GPtrArray *signs = cooldown_content_get_signs (content);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < signs->len; i++)
    {
      CooldownSign *sign = g_ptr_array_index (signs, i);

      if (cooldown_ticks_has (ticks, sign->item->id))
        g_ptr_array_add (found, sign);
    }
  return found;
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* With several signs each part says which one it is about; NAME is %NULL with one. */
static void
add_part (GtkWidget *box, CooldownContent *content, const char *name, GPtrArray *statements)
{
  if (statements->len == 0)
    return;
  if (name != NULL)
    {
      GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "label", name, "wrap", TRUE, "wrap-mode",
                                         PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
    }
  gtk_box_append (GTK_BOX (box), cooldown_statements_box_new (content, statements));
}

/* Whether a rule says no more than the sign that made it fire. */
static gboolean
is_one_sign (const CooldownRule *rule)
{
  return g_strv_length ((char **) rule->all) == 1 && rule->any[0] == NULL;
}

static void
show_why (CooldownUrgentBox *self,
          CooldownContent *content,
          GPtrArray *signs,
          const CooldownFinding *finding)
{
  empty (self->why);
  for (guint i = 0; i < finding->rules->len; i++)
    {
      const CooldownRule *rule = g_ptr_array_index (finding->rules, i);
      CooldownStatement reason = { rule->id, rule->text, rule->basis };
      g_autoptr (GPtrArray) statements = g_ptr_array_new ();

      if (is_one_sign (rule))
        continue;
      g_ptr_array_add (statements, &reason);
      add_part (self->why, content, NULL, statements);
    }
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);
      g_autoptr (GPtrArray) statements = g_ptr_array_new ();

      g_ptr_array_add (statements, (CooldownStatement *) sign->why);
      add_part (self->why, content, signs->len > 1 ? sign->item->name : NULL, statements);
    }
}

/* What to do for a sign, without what was said before or stands in the level card. */
static GPtrArray *
find_new_actions (const CooldownSign *sign, GHashTable *said)
{
  GPtrArray *actions = g_ptr_array_new ();

  for (guint i = 0; i < sign->actions->len; i++)
    {
      CooldownStatement *action = g_ptr_array_index (sign->actions, i);

      if (g_hash_table_add (said, (char *) action->text))
        g_ptr_array_add (actions, action);
    }
  return actions;
}

static void
show_actions (CooldownUrgentBox *self,
              CooldownContent *content,
              GPtrArray *signs,
              CooldownLevel level)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  /* A sign for today repeats the level's sentence, and beside an emergency it would contradict. */
  g_hash_table_add (said,
                    (char *) cooldown_content_get_level (content, COOLDOWN_LEVEL_URGENT)->text);
  gtk_label_set_text (GTK_LABEL (self->until_title), level == COOLDOWN_LEVEL_EMERGENCY
                                                         ? _ ("Until help is there")
                                                         : _ ("Until you are seen"));
  empty (self->until);
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);
      g_autoptr (GPtrArray) actions = find_new_actions (sign, said);

      add_part (self->until, content, signs->len > 1 ? sign->item->name : NULL, actions);
    }
}

/* Signs to be seen to at once are ended in the window's banner. */
static void
show_outcomes (CooldownUrgentBox *self, CooldownAppState *state, GPtrArray *signs)
{
  gboolean any = FALSE;

  empty (self->outcomes);
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);

      if (g_str_equal (sign->item->group, "warn-now"))
        continue;
      gtk_box_append (GTK_BOX (self->outcomes),
                      cooldown_sign_outcome_new (state, sign->item, sign->item->name, NULL));
      any = TRUE;
    }
  gtk_widget_set_visible (self->changed, any);
}

static void
cooldown_urgent_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_URGENT_BOX);
  G_OBJECT_CLASS (cooldown_urgent_box_parent_class)->dispose (object);
}

static void
cooldown_urgent_box_finalize (GObject *object)
{
  g_free (COOLDOWN_URGENT_BOX (object)->suggested);
  G_OBJECT_CLASS (cooldown_urgent_box_parent_class)->finalize (object);
}

static void
cooldown_urgent_box_class_init (CooldownUrgentBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_urgent_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_urgent_box_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/urgent-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentBox, why);
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentBox, phone);
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentBox, phone_size);
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentBox, until_title);
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentBox, until);
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentBox, changed);
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentBox, outcomes);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
cooldown_urgent_box_init (CooldownUrgentBox *self)
{
  self->suggested = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->phone)), "changed",
                           G_CALLBACK (phone_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cooldown_urgent_box_show_finding:
 * @self: the box
 * @state: what is going on
 * @finding: what was found
 *
 * Shows what belongs to the ticked warning signs. What the user wrote into the text for the phone
 * stays.
 */
void
cooldown_urgent_box_show_finding (CooldownUrgentBox *self,
                                  CooldownAppState *state,
                                  const CooldownFinding *finding)
{
  CooldownContent *content;
  CooldownTicks *ticks;
  g_autoptr (GPtrArray) signs = NULL;

  g_return_if_fail (COOLDOWN_IS_URGENT_BOX (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (finding != NULL);

  content = cooldown_app_state_get_content (state);
  ticks = cooldown_app_state_get_ticks (state);
  signs = find_ticked_signs (content, ticks);
  show_why (self, content, signs, finding);
  suggest_phone_text (self, content, ticks);
  show_actions (self, content, signs, finding->level);
  show_outcomes (self, state, signs);
}
