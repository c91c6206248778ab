/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When in a night it was noted, with the button for it, that the legs were restless. */
#include "night-restless.h"

#include "core/evening.h"
#include "core/night.h"
#include "core/routine.h"
#include "report/entry-words.h"
#include "report/list-words.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkLabel *label;
  char date[COOLDOWN_DATE_SIZE];
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->label);
  g_free (look);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Look) look = data;
  g_autoptr (GPtrArray)
      sessions = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, NULL);
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *words = NULL;

  /* The newest comes first. */
  for (guint i = sessions != NULL ? sessions->len : 0; i > 0; i--)
    cooldown_entry_list_restless (g_ptr_array_index (sessions, i - 1), look->date, times);
  if (times->len == 0)
    return;
  list = cooldown_words_list (times);
  /* Translators: %s is a time of day, or several: "02:14, 03:40" */
  words = g_strdup_printf (_ ("Noted as restless at %s"), list);
  gtk_label_set_label (look->label, words);
  gtk_widget_set_visible (GTK_WIDGET (look->label), TRUE);
}

/**
 * cooldown_night_restless_show:
 * @state: what is going on
 * @date: the date of the evening on which the night began
 * @label: a label that is not shown
 *
 * Shows in @label, once the journal has said so, at what times of that night it was noted that the
 * legs were restless; nothing when it was not.
 */
void
cooldown_night_restless_show (CooldownAppState *state, const char *date, GtkLabel *label)
{
  static const char *const kinds[] = { COOLDOWN_ROUTINE_KIND, NULL };
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  char to[COOLDOWN_DATE_SIZE];
  GDate day;
  Look *look;

  if (!cooldown_date_parse (date, &day))
    return;
  g_date_add_days (&day, 2);
  g_date_strftime (to, sizeof to, "%Y-%m-%d", &day);
  query.kinds = 1u << COOLDOWN_ENTRY_SESSION;
  query.sessions = kinds;
  query.from = date;
  query.to = to;
  look = g_new0 (Look, 1);
  look->label = g_object_ref (label);
  g_strlcpy (look->date, date, sizeof look->date);
  cooldown_notebook_find (cooldown_app_state_get_notebook (state), &query, NULL, found_cb, look);
}
