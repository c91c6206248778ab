/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-check.h"

#include "level-card.h"
#include "report/entry-words.h"
#include "tags.h"
#include "topic-row.h"

#include <glib/gi18n.h>

#define NO_SIGN "warn-none"

struct _CooldownEntryCheckFields
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;

  GtkWidget *level;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *text;
  GtkLabel *signs;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (CooldownEntryCheckFields, cooldown_entry_check_fields, GTK_TYPE_BOX)

/**
 * cooldown_check_get_level:
 * @check: a check as it was saved
 *
 * Returns: the level that it reached then
 */
CooldownLevel
cooldown_check_get_level (CooldownEntry *check)
{
  const char *text = cooldown_entry_get_text (check, COOLDOWN_FIELD_CHECK_LEVEL);

  for (int level = COOLDOWN_LEVEL_EMERGENCY; level > COOLDOWN_LEVEL_UNFINISHED; level--)
    if (g_strcmp0 (cooldown_level_to_string ((CooldownLevel) level), text) == 0)
      return (CooldownLevel) level;
  return COOLDOWN_LEVEL_UNFINISHED;
}

/**
 * cooldown_check_format_signs:
 * @check: a check as it was saved
 * @content: what the program knows
 *
 * Returns: (transfer full): whether the warning signs were answered in it, and how
 */
char *
cooldown_check_format_signs (CooldownEntry *check, CooldownContent *content)
{
  g_auto (GStrv) ticks = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_TICKS);
  guint n = 0;

  for (char **id = ticks; *id != NULL; id++)
    if (cooldown_content_get_sign (content, *id) != NULL)
      n++;
  if (n > 0)
    return g_strdup_printf (ngettext ("Warning signs: %u ticked", "Warning signs: %u ticked", n),
                            n);
  if (g_strv_contains ((const char *const *) ticks, NO_SIGN))
    return g_strdup (_ ("Warning signs: answered, none ticked"));
  return g_strdup (_ ("Warning signs: not answered"));
}

static CooldownContent *
get_content (CooldownEntryCheckFields *self)
{
  return cooldown_app_state_get_content (cooldown_entry_edit_get_state (self->edit));
}

static CooldownWrap *
add_section (CooldownEntryCheckFields *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *tags = g_object_new (COOLDOWN_TYPE_WRAP, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (tags), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), cooldown_section_title_new (title));
  gtk_box_append (GTK_BOX (box), tags);
  gtk_box_append (self->sections, box);
  return COOLDOWN_WRAP (tags);
}

/* Items of a group, or of all groups, that are in a list. */
static void
add_items (CooldownEntryCheckFields *self, const char *title, const char *group, char **ids)
{
  GPtrArray *items = cooldown_content_get_items (get_content (self));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if ((group == NULL || g_str_equal (item->group, group)) &&
          g_strv_contains ((const char *const *) ids, item->id))
        g_ptr_array_add (names, (char *) item->name);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  cooldown_tags_fill (add_section (self, title), (const char *const *) names->pdata);
}

static void
show_check (CooldownEntryCheckFields *self, CooldownEntry *check)
{
  static const char *const looks[] = {
    [COOLDOWN_LEVEL_UNFINISHED] = "none",
    [COOLDOWN_LEVEL_SELF_CARE] = "self",
    [COOLDOWN_LEVEL_SOON] = "doctor",
    [COOLDOWN_LEVEL_URGENT] = "today",
    [COOLDOWN_LEVEL_EMERGENCY] = "emergency-soft",
  };
  CooldownContent *content = get_content (self);
  CooldownLevel level = cooldown_check_get_level (check);
  const CooldownLevelText *text = cooldown_content_get_level (content, level);
  GPtrArray *groups = cooldown_content_get_groups (content);
  g_auto (GStrv) places = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_PLACES);
  g_auto (GStrv) ticks = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_TICKS);
  g_auto (GStrv) denied = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_DENIED);
  g_autofree char *signs = cooldown_check_format_signs (check, content);

  gtk_widget_add_css_class (self->level, looks[level]);
  gtk_image_set_from_icon_name (self->icon, cooldown_level_get_icon_name (level));
  gtk_label_set_label (self->name, text->name);
  gtk_label_set_label (self->text, text->text);
  gtk_label_set_label (self->signs, signs);
  if (*places != NULL)
    cooldown_tags_fill_places (add_section (self, _ ("Where")), content,
                               (const char *const *) places);
  for (guint i = 0; i < groups->len; i++)
    {
      const CooldownGroup *group = g_ptr_array_index (groups, i);

      add_items (self, group->title, group->id, ticks);
    }
  /* Translators: heading above what was asked for in a check and answered with no */
  add_items (self, _ ("Answered with no"), NULL, denied);
}

static void
show_sign (CooldownEntryCheckFields *self, CooldownEntry *sign)
{
  g_autofree char *title = cooldown_entry_format_title (sign, get_content (self));
  const char *outcome = cooldown_entry_get_text (sign, COOLDOWN_FIELD_SIGN_OUTCOME);

  gtk_widget_add_css_class (self->level, "none");
  gtk_image_set_from_icon_name (self->icon, "cd-warning-symbolic");
  gtk_label_set_label (self->name, title);
  gtk_label_set_label (self->text, cooldown_choice_get_name (COOLDOWN_FIELD_SIGN_OUTCOME, outcome));
  gtk_widget_set_visible (GTK_WIDGET (self->signs), FALSE);
}

static void
cooldown_entry_check_fields_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ENTRY_CHECK_FIELDS (object)->edit);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_CHECK_FIELDS);
  G_OBJECT_CLASS (cooldown_entry_check_fields_parent_class)->dispose (object);
}

static void
cooldown_entry_check_fields_class_init (CooldownEntryCheckFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_check_fields_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-check.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryCheckFields, level);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryCheckFields, icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryCheckFields, name);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryCheckFields, text);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryCheckFields, signs);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryCheckFields, sections);
}

static void
cooldown_entry_check_fields_init (CooldownEntryCheckFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_check_fields_set_edit:
 * @self: the view
 * @edit: a visit to a check or a sign
 *
 * Gives the view what it shows. To be called once.
 */
void
cooldown_entry_check_fields_set_edit (CooldownEntryCheckFields *self, CooldownEntryEdit *edit)
{
  CooldownEntry *entry = cooldown_entry_edit_get_entry (edit);

  g_return_if_fail (COOLDOWN_IS_ENTRY_CHECK_FIELDS (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_CHECK)
    show_check (self, entry);
  else
    show_sign (self, entry);
}
