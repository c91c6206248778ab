/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warning signs: how often they were answered, and any that was ticked. */
#include "entry-words.h"
#include "report-material.h"

#include <glib/gi18n.h>
#include <string.h>

#define SIGN_PREFIX "warn-"
#define NO_SIGN "warn-none"

static gboolean
is_sign (const char *item)
{
  return g_str_has_prefix (item, SIGN_PREFIX) && strcmp (item, NO_SIGN) != 0;
}

static gboolean
is_answered (CooldownEntry *check)
{
  g_auto (GStrv) ticks = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_TICKS);

  for (guint i = 0; ticks[i] != NULL; i++)
    if (g_str_has_prefix (ticks[i], SIGN_PREFIX))
      return TRUE;
  return FALSE;
}

static gboolean
names_sign (CooldownEntry *entry, const char *item)
{
  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_CHECK)
    return cooldown_entry_has_id (entry, COOLDOWN_FIELD_CHECK_TICKS, item);
  return g_strcmp0 (cooldown_entry_get_text (entry, COOLDOWN_FIELD_SIGN_ITEM), item) == 0 &&
         g_strcmp0 (cooldown_entry_get_text (entry, COOLDOWN_FIELD_SIGN_OUTCOME), "ticked") == 0;
}

static void
add_naming (GPtrArray *found, GPtrArray *entries, const char *item)
{
  for (guint i = 0; i < entries->len; i++)
    if (names_sign (g_ptr_array_index (entries, i), item))
      g_ptr_array_add (found, g_ptr_array_index (entries, i));
}

static int
compare_at (gconstpointer a, gconstpointer b)
{
  gint64 first = cooldown_entry_get_at (*(CooldownEntry *const *) a);
  gint64 second = cooldown_entry_get_at (*(CooldownEntry *const *) b);

  return (first > second) - (first < second);
}

/* What was said last about what became of a sign, if that was after it was ticked last. */
static CooldownEntry *
find_outcome (const CooldownReportMaterial *self, const char *item, gint64 since)
{
  GPtrArray *signs = self->kinds[COOLDOWN_ENTRY_SIGN];

  for (guint i = signs->len; i > 0; i--)
    {
      CooldownEntry *sign = g_ptr_array_index (signs, i - 1);

      if (g_strcmp0 (cooldown_entry_get_text (sign, COOLDOWN_FIELD_SIGN_ITEM), item) == 0 &&
          g_strcmp0 (cooldown_entry_get_text (sign, COOLDOWN_FIELD_SIGN_OUTCOME), "ticked") != 0)
        return cooldown_entry_get_at (sign) >= since ? sign : NULL;
    }
  return NULL;
}

static char *
say_outcome (const CooldownReportMaterial *self, CooldownEntry *sign)
{
  g_autofree char *date = NULL;

  if (sign == NULL)
    return g_strdup (_ ("what became of it is not noted"));
  date = cooldown_report_say_date (self, sign);
  if (g_strcmp0 (cooldown_entry_get_text (sign, COOLDOWN_FIELD_SIGN_OUTCOME), "doctor") == 0)
    /* Translators: %s is a date: "7 Nov" */
    return g_strdup_printf (_ ("a doctor has seen it, noted %s"), date);
  /* Translators: %s is a date: "7 Nov" */
  return g_strdup_printf (_ ("“I never had this”, noted %s"), date);
}

/* A sign that was ticked, when, and what became of it; or %NULL. */
static char *
say_sign (const CooldownReportMaterial *self, const CooldownItem *item)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *dates = NULL;
  g_autofree char *outcome = NULL;
  gint64 last;

  add_naming (found, self->kinds[COOLDOWN_ENTRY_CHECK], item->id);
  add_naming (found, self->kinds[COOLDOWN_ENTRY_SIGN], item->id);
  if (found->len == 0)
    return NULL;
  g_ptr_array_sort (found, compare_at);
  dates = cooldown_report_list_dates (self, found);
  last = cooldown_entry_get_at (g_ptr_array_index (found, found->len - 1));
  outcome = say_outcome (self, find_outcome (self, item->id, last));
  /* Translators: dates, a warning sign, what became of it */
  return g_strdup_printf (_ ("%1$s: %2$s – %3$s."), dates, item->name, outcome);
}

/**
 * cooldown_report_say_signs:
 * @self: the material
 * @ticked: (element-type utf8): where a sentence for each sign is added that was ticked
 *
 * Returns: (transfer full): "answered in 9 of 13 checks, none ticked."
 */
char *
cooldown_report_say_signs (const CooldownReportMaterial *self, GPtrArray *ticked)
{
  GPtrArray *checks = self->kinds[COOLDOWN_ENTRY_CHECK];
  GPtrArray *items = cooldown_content_get_items (self->content);
  guint n_answered = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      char *sign = is_sign (item->id) ? say_sign (self, item) : NULL;

      if (sign != NULL)
        g_ptr_array_add (ticked, sign);
    }
  for (guint i = 0; i < checks->len; i++)
    n_answered += is_answered (g_ptr_array_index (checks, i)) ? 1 : 0;
  if (checks->len == 0)
    return g_strdup (ticked->len == 0 ? _ ("no check saved in this time.")
                                      : _ ("ticked in this time:"));
  if (ticked->len == 0)
    return g_strdup_printf (ngettext ("answered in %1$u of %2$u check, none ticked.",
                                      "answered in %1$u of %2$u checks, none ticked.", checks->len),
                            n_answered, checks->len);
  return g_strdup_printf (ngettext ("answered in %1$u of %2$u check; ticked:",
                                    "answered in %1$u of %2$u checks; ticked:", checks->len),
                          n_answered, checks->len);
}
