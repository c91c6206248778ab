/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A main () for the harnesses where there is no libFuzzer: goes through a corpus and then through
 * changes of it that follow from a seed.
 *
 *   fuzz-import CORPUS [CHANGES [SEED]]
 *
 * COOLDOWN_FUZZ_KEEP names a file to which each input is written before it is tried.
 */
#include "fuzz.h"

#include <glib.h>
#include <string.h>

#define LONGEST_INPUT (256 * 1024)
#define LONGEST_PART 2000

/* What bytes alone hardly come to. */
static const char *const words[] = {
  "\"uid\":", "\"edits\":", "\"deleted\":\"2026-11-21T18:12:00+01:00\",", "null", "true", "{}", "[]",
  "[[[[[[[[", "\"\"", "\\u0000", "\\ud800", "-1", "999999999999999", "0", "1e9", "\"open\":true,",
  "9999-12-31T23:59:59-23:59", "0000-00-00T00:00:00+00:00", "night-2026-11-21", "\xff", "\xef\xbb\xbf",
  ",", ":", "\"kind\":", "\"session\":\"s1\",", "\n",
};

typedef GPtrArray Corpus;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static Corpus *
read_corpus (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  Corpus *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *contents;
      gsize size;

      g_assert_true (g_file_get_contents (names->pdata[i], &contents, &size, NULL));
      g_ptr_array_add (corpus, g_bytes_new_take (contents, size));
    }
  return corpus;
}

static void
try_input (const guint8 *data, gsize size)
{
  const char *keep = g_getenv ("COOLDOWN_FUZZ_KEEP");
  /* Of exactly that size, so that the sanitizer sees who reads past its end. */
  g_autofree guint8 *exact = g_memdup2 (data, size);

  if (keep != NULL)
    g_file_set_contents (keep, (const char *) data, (gssize) size, NULL);
  LLVMFuzzerTestOneInput (exact, size);
}

static gsize
below (GRand *chance, gsize n)
{
  return n > 0 ? (gsize) g_rand_int_range (chance, 0, (gint32) n) : 0;
}

static void
insert (GByteArray *input, gsize at, const guint8 *bytes, gsize n)
{
  gsize length = input->len;

  if (length + n > LONGEST_INPUT || n == 0)
    return;
  g_byte_array_set_size (input, (guint) (length + n));
  memmove (input->data + at + n, input->data + at, length - at);
  memcpy (input->data + at, bytes, n);
}

/* A part of a file of the corpus. */
static void
splice (GRand *chance, GByteArray *input, const Corpus *corpus)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (corpus->pdata[below (chance, corpus->len)], &size);
  gsize from = below (chance, size);
  gsize n = MIN (below (chance, size - from) + 1, LONGEST_PART);

  if (size > 0)
    insert (input, below (chance, input->len), data + from, n);
}

/* A digit for a digit, a letter for a letter: what is read goes on to be understood. */
static void
exchange_character (GRand *chance, GByteArray *input, gsize at)
{
  while (at < input->len && !g_ascii_isalnum (input->data[at]))
    at++;
  if (at == input->len)
    return;
  if (g_ascii_isdigit (input->data[at]))
    input->data[at] = (guint8) ('0' + below (chance, 10));
  else
    input->data[at] = (guint8) ('a' + below (chance, 26));
}

static void
change (GRand *chance, GByteArray *input, const Corpus *corpus)
{
  gsize at = below (chance, input->len);
  const char *word;

  switch (g_rand_int_range (chance, 0, 12))
    {
    case 0:
      if (input->len > 0)
        input->data[at] ^= (guint8) (1u << below (chance, 8));
      break;
    case 1:
      if (input->len > 0)
        input->data[at] = (guint8) below (chance, 256);
      break;
    case 2:
      if (input->len > 0)
        g_byte_array_remove_range (input, (guint) at,
                                   (guint) (below (chance, MIN (input->len - at, 64)) + 1));
      break;
    case 3:
      g_byte_array_set_size (input, (guint) at);
      break;
    case 4:
      splice (chance, input, corpus);
      break;
    case 5:
      word = words[below (chance, G_N_ELEMENTS (words))];
      insert (input, at, (const guint8 *) word, strlen (word));
      break;
    default:
      exchange_character (chance, input, at);
      break;
    }
}

static void
try_changes (GRand *chance, const Corpus *corpus, guint64 n)
{
  for (guint64 i = 0; i < n; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (corpus->pdata[below (chance, corpus->len)], &size);
      g_autoptr (GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, data, (guint) size);
      for (gsize times = below (chance, 4) + 1; times > 0; times--)
        change (chance, input, corpus);
      try_input (input->data, input->len);
    }
}

int
main (int argc, char *argv[])
{
  guint64 n = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : 0;
  guint32 seed = argc > 3 ? (guint32) g_ascii_strtoull (argv[3], NULL, 10) : g_random_int ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  Corpus *corpus;

  g_assert_cmpint (argc, >, 1);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  corpus = read_corpus (argv[1]);
  g_print ("1..2\n# seed: %u\n", seed);
  for (guint i = 0; i < corpus->len; i++)
    try_input (g_bytes_get_data (corpus->pdata[i], NULL), g_bytes_get_size (corpus->pdata[i]));
  g_print ("ok 1 corpus of %u\n", corpus->len);
  try_changes (chance, corpus, n);
  g_print ("ok 2 %" G_GUINT64_FORMAT " changes of it\n", n);
  g_ptr_array_unref (corpus);
  return 0;
}
