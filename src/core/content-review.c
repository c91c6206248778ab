/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-review.h"

typedef struct
{
  CooldownThing thing;
  char *id;
  char *place;
} Reference;

struct _CooldownReview
{
  GString *text;
  guint count;
  GHashTable *defined[COOLDOWN_THING_GATE + 1]; /* (element-type utf8) */
  GPtrArray *references;                        /* (element-type Reference) */
};

static const char *const thing_names[] = { "source", "item", "group", "rule", "activity", "gate" };

static void
reference_free (Reference *reference)
{
  g_free (reference->id);
  g_free (reference->place);
  g_free (reference);
}

/**
 * cooldown_review_new:
 *
 * Returns: (transfer full): a review that knows of nothing
 */
CooldownReview *
cooldown_review_new (void)
{
  CooldownReview *self = g_new0 (CooldownReview, 1);

  self->text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->defined); i++)
    self->defined[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->references = g_ptr_array_new_with_free_func ((GDestroyNotify) reference_free);
  return self;
}

/**
 * cooldown_review_free:
 * @self: (transfer full): a review
 */
void
cooldown_review_free (CooldownReview *self)
{
  g_string_free (self->text, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->defined); i++)
    g_hash_table_unref (self->defined[i]);
  g_ptr_array_unref (self->references);
  g_free (self);
}

/**
 * cooldown_review_report:
 * @self: a review
 * @place: where, "causes.json: causes[2].name"
 * @what: what is wrong there
 */
void
cooldown_review_report (CooldownReview *self, const char *place, const char *what)
{
  self->count++;
  if (self->count <= COOLDOWN_REVIEW_MOST)
    g_string_append_printf (self->text, "%s%s: %s", self->count > 1 ? "\n" : "", place, what);
}

/**
 * cooldown_review_define:
 * @self: a review
 * @thing: what @id stands for
 * @id: an id that can be referred to from now on
 */
void
cooldown_review_define (CooldownReview *self, CooldownThing thing, const char *id)
{
  g_hash_table_add (self->defined[thing], g_strdup (id));
}

/**
 * cooldown_review_refer:
 * @self: a review
 * @thing: what @id should stand for
 * @id: an id, which may be defined later
 * @place: where it is referred to
 */
void
cooldown_review_refer (CooldownReview *self, CooldownThing thing, const char *id, const char *place)
{
  Reference *reference = g_new0 (Reference, 1);

  reference->thing = thing;
  reference->id = g_strdup (id);
  reference->place = g_strdup (place);
  g_ptr_array_add (self->references, reference);
}

/**
 * cooldown_review_resolve:
 * @self: a review
 *
 * Reports every reference to an id that nothing defined.
 */
void
cooldown_review_resolve (CooldownReview *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = g_ptr_array_index (self->references, i);
      g_autofree char *what = NULL;

      if (g_hash_table_contains (self->defined[reference->thing], reference->id))
        continue;
      what = g_strdup_printf ("there is no %s “%s”", thing_names[reference->thing], reference->id);
      cooldown_review_report (self, reference->place, what);
    }
}

/**
 * cooldown_review_count:
 * @self: a review
 *
 * Returns: how many problems were reported
 */
guint
cooldown_review_count (CooldownReview *self)
{
  return self->count;
}

/**
 * cooldown_review_to_string:
 * @self: a review
 *
 * Returns: (transfer full): the problems, one a line
 */
char *
cooldown_review_to_string (CooldownReview *self)
{
  if (self->count <= COOLDOWN_REVIEW_MOST)
    return g_strdup (self->text->str);
  return g_strdup_printf ("%s\nand %u more", self->text->str, self->count - COOLDOWN_REVIEW_MOST);
}
