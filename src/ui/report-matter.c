/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-matter.h"

#define DAYS_OF_WEEK 7

struct _CooldownReportMatter
{
  CooldownReportWish *wish;
  CooldownContent *content;
  GPtrArray *entries;
  char **about_you;
  char **gate;
  char *from; /* (nullable) */
  char *to;   /* (nullable) */
  gint64 now;
  gint32 offset;
  gboolean rtl;
};

/**
 * cooldown_report_wish_copy:
 * @wish: a wish
 *
 * Returns: (transfer full): the same
 */
CooldownReportWish *
cooldown_report_wish_copy (const CooldownReportWish *wish)
{
  CooldownReportWish *copy = g_new (CooldownReportWish, 1);

  *copy = *wish;
  copy->name = g_strdup (wish->name);
  copy->born = g_strdup (wish->born);
  copy->question = g_strdup (wish->question);
  return copy;
}

/**
 * cooldown_report_wish_free:
 * @wish: (transfer full): a wish
 */
void
cooldown_report_wish_free (CooldownReportWish *wish)
{
  g_free (wish->name);
  g_free (wish->born);
  g_free (wish->question);
  g_free (wish);
}

/**
 * cooldown_report_matter_free:
 * @matter: (transfer full): what a report is made from
 */
void
cooldown_report_matter_free (CooldownReportMatter *matter)
{
  cooldown_report_wish_free (matter->wish);
  g_object_unref (matter->content);
  g_clear_pointer (&matter->entries, g_ptr_array_unref);
  g_strfreev (matter->about_you);
  g_strfreev (matter->gate);
  g_free (matter->from);
  g_free (matter->to);
  g_free (matter);
}

/* What the user ticked about themself, illnesses and medicines among it. */
static char **
get_about_you (CooldownAppState *state)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  g_auto (GStrv) ticks = cooldown_ticks_to_strv (cooldown_app_state_get_ticks (state));
  g_autoptr (GStrvBuilder) about = g_strv_builder_new ();

  for (guint i = 0; ticks[i] != NULL; i++)
    {
      const CooldownItem *item = cooldown_content_get_item (content, ticks[i]);

      if (item != NULL && g_str_equal (item->group, "you"))
        g_strv_builder_add (about, ticks[i]);
    }
  return g_strv_builder_end (about);
}

/* The lasting conditions that were answered with yes before icing. */
static char **
get_gate (CooldownAppState *state)
{
  g_autoptr (GVariant)
      answers = cooldown_app_state_lookup_ice (state, "gate", G_VARIANT_TYPE ("a{sb}"));
  g_autoptr (GStrvBuilder) yes = g_strv_builder_new ();
  GVariantIter iter;
  const char *id;
  gboolean answer;

  if (answers != NULL)
    {
      g_variant_iter_init (&iter, answers);
      while (g_variant_iter_next (&iter, "{&sb}", &id, &answer))
        if (answer)
          g_strv_builder_add (yes, id);
    }
  return g_strv_builder_end (yes);
}

/* From that many weeks ago until today, both included. */
static void
set_period (CooldownReportMatter *matter, CooldownClock *clock)
{
  g_autoptr (GDateTime) today = cooldown_clock_to_local (clock, matter->now);
  g_autoptr (GDateTime) tomorrow = NULL;
  g_autoptr (GDateTime) first = NULL;

  if (today == NULL || matter->wish->weeks == 0)
    return;
  tomorrow = g_date_time_add_days (today, 1);
  first = g_date_time_add_days (tomorrow, -(int) matter->wish->weeks * DAYS_OF_WEEK);
  matter->from = g_date_time_format (first, "%Y-%m-%d");
  matter->to = g_date_time_format (tomorrow, "%Y-%m-%d");
}

static CooldownReportMatter *
matter_new (CooldownAppState *state, const CooldownReportWish *wish)
{
  CooldownReportMatter *matter = g_new0 (CooldownReportMatter, 1);
  CooldownClock *clock = cooldown_app_state_get_clock (state);

  matter->wish = cooldown_report_wish_copy (wish);
  matter->content = g_object_ref (cooldown_app_state_get_content (state));
  matter->about_you = get_about_you (state);
  matter->gate = get_gate (state);
  matter->now = cooldown_app_state_now (state).wall;
  matter->offset = cooldown_clock_get_offset (clock, matter->now);
  matter->rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  set_period (matter, clock);
  return matter;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CooldownReportMatter *matter = g_task_get_task_data (task);
  GError *error = NULL;

  matter->entries = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * cooldown_report_matter_gather:
 * @state: what is going on
 * @wish: what is wanted
 * @callback: called when it is there
 * @user_data: given to @callback
 *
 * Gathers what a report is made from: the whole journal, because it says since when too.
 */
void
cooldown_report_matter_gather (CooldownAppState *state,
                               const CooldownReportWish *wish,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  CooldownQuery all = COOLDOWN_QUERY_INIT;
  GTask *task = g_task_new (state, NULL, callback, user_data);

  g_task_set_task_data (task, matter_new (state, wish), NULL);
  cooldown_notebook_find (cooldown_app_state_get_notebook (state), &all, NULL, found_cb, task);
}

/**
 * cooldown_report_matter_gather_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what a report is made from, or %NULL with @error set when the
 *   journal cannot be read
 */
CooldownReportMatter *
cooldown_report_matter_gather_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (CooldownReportMatter) matter = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&matter);
}

/**
 * cooldown_report_matter_make:
 * @matter: what it is made from
 *
 * Returns: (transfer full): the report; of the thread that made it
 */
CooldownReport *
cooldown_report_matter_make (const CooldownReportMatter *matter)
{
  const CooldownReportInput input = {
    .entries = matter->entries,
    .from = matter->from,
    .to = matter->to,
    .kinds = matter->wish->kinds,
    .about_you = (const char *const *) matter->about_you,
    .gate = (const char *const *) matter->gate,
    .descriptions = matter->wish->descriptions,
    .now = matter->now,
    .offset = matter->offset,
  };
  const CooldownReportLook look = {
    .name = matter->wish->name,
    .born = matter->wish->born,
    .question = matter->wish->question,
    .rtl = matter->rtl,
  };

  return cooldown_report_new (&input, matter->content, &look);
}
