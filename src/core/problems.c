/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problems.h"

/* Of what somebody put into a file no more than this is said again. */
#define MOST_OF_A_LINE 200

struct _CooldownProblems
{
  GString *path;
  GPtrArray *lines; /* (element-type utf8) */
  guint count;
};

/**
 * cooldown_problems_new:
 *
 * Returns: (transfer full): no problems, at the top of what is read
 */
CooldownProblems *
cooldown_problems_new (void)
{
  CooldownProblems *self = g_new0 (CooldownProblems, 1);

  self->path = g_string_new (NULL);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * cooldown_problems_free:
 * @self: (transfer full): problems
 */
void
cooldown_problems_free (CooldownProblems *self)
{
  g_string_free (self->path, TRUE);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * cooldown_problems_enter:
 * @self: problems
 * @step: the name of the member that is read from now on
 *
 * Returns: what brings back here, for [method@Cooldown.Problems.leave]
 */
gsize
cooldown_problems_enter (CooldownProblems *self, const char *step)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "%s%s", mark > 0 ? "." : "", step);
  return mark;
}

/**
 * cooldown_problems_enter_item:
 * @self: problems
 * @index: which item of the present array is read from now on
 *
 * Returns: what brings back here, for [method@Cooldown.Problems.leave]
 */
gsize
cooldown_problems_enter_item (CooldownProblems *self, guint index)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);
  return mark;
}

/**
 * cooldown_problems_leave:
 * @self: problems
 * @mark: where to go back to
 */
void
cooldown_problems_leave (CooldownProblems *self, gsize mark)
{
  g_string_truncate (self->path, mark);
}

/* Cut where a character ends. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (valid, -1) <= MOST_OF_A_LINE)
    return g_steal_pointer (&valid);
  *g_utf8_offset_to_pointer (valid, MOST_OF_A_LINE) = '\0';
  return g_strconcat (valid, "…", NULL);
}

/**
 * cooldown_problems_report:
 * @self: problems
 * @member: (nullable): a member of what is being read; %NULL for that itself
 * @format: what is wrong, a format as of printf()
 * @...: what the format asks for
 *
 * Notes "episodes[3].severity: 11 is more than 10".
 */
void
cooldown_problems_report (CooldownProblems *self, const char *member, const char *format, ...)
{
  g_autoptr (GString) line = NULL;
  va_list args;

  self->count++;
  if (self->lines->len == COOLDOWN_PROBLEMS_MOST)
    return;
  line = g_string_new (self->path->str);
  if (member != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? "." : "", member);
  if (line->len > 0)
    g_string_append (line, ": ");
  va_start (args, format);
  g_string_append_vprintf (line, format, args);
  va_end (args);
  g_ptr_array_add (self->lines, shorten (line->str));
}

/**
 * cooldown_problems_count:
 * @self: problems
 *
 * Returns: how many there are
 */
guint
cooldown_problems_count (CooldownProblems *self)
{
  return self->count;
}

/**
 * cooldown_problems_to_string:
 * @self: problems
 *
 * Returns: (transfer full): the first of them, one a line, and how many more there are
 */
char *
cooldown_problems_to_string (CooldownProblems *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (self->lines, i));
  if (self->count > self->lines->len)
    g_string_append_printf (text, "\nand %u more", self->count - self->lines->len);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
