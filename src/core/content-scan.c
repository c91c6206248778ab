/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-scan.h"

#include "content.h"

#include <string.h>

/*
 * json-glib crashes on deep nesting and on halves of characters, reads comments, and passes over
 * members that stand twice. So the grammar of RFC 8259 is gone through here before it sees a byte.
 */

/* As many digits as every reader agrees on. */
#define MAX_DIGITS 15

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint line;
  GError *error;
} Scan;

static gboolean scan_value (Scan *scan, guint depth);

static gboolean G_GNUC_PRINTF (2, 3) refuse (Scan *scan, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_clear_error (&scan->error);
  g_set_error (&scan->error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_INVALID,
               "line %u, byte %" G_GSIZE_FORMAT ": %s", scan->line,
               (gsize) (scan->at - scan->start), what);
  return FALSE;
}

static gboolean
expected (Scan *scan, const char *what)
{
  if (scan->at == scan->end)
    return refuse (scan, "the file ends where there should be %s", what);
  return refuse (scan, "there should be %s", what);
}

static char
peek (Scan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL)
    {
      if (*scan->at == '\n')
        scan->line++;
      scan->at++;
    }
}

static gboolean
take (Scan *scan, char wanted)
{
  if (peek (scan) != wanted)
    return FALSE;
  scan->at++;
  return TRUE;
}

/* The four digits of \uXXXX, or -1. */
static int
scan_unit (Scan *scan)
{
  int unit = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (scan));

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
      scan->at++;
    }
  return unit;
}

static gboolean
scan_unicode_escape (Scan *scan)
{
  int unit = scan_unit (scan);
  gboolean high = unit >= 0xd800 && unit < 0xdc00;
  gboolean low = unit >= 0xdc00 && unit < 0xe000;

  if (unit < 0)
    return expected (scan, "four hexadecimal digits");
  if (unit == 0)
    return refuse (scan, "\\u0000 ends a string in the middle");
  if (low)
    return refuse (scan, "half a character");
  if (!high)
    return TRUE;
  if (take (scan, '\\') && take (scan, 'u'))
    {
      unit = scan_unit (scan);
      if (unit >= 0xdc00 && unit < 0xe000)
        return TRUE;
    }
  return refuse (scan, "half a character");
}

static gboolean
scan_escape (Scan *scan)
{
  if (take (scan, 'u'))
    return scan_unicode_escape (scan);
  if (peek (scan) == '\0' || strchr ("\"\\/bfnrt", peek (scan)) == NULL)
    return refuse (scan, "no such escape");
  scan->at++;
  return TRUE;
}

/* Up to the closing quote; @escaped tells whether the string is written with escapes. */
static gboolean
scan_string (Scan *scan, gboolean *escaped)
{
  *escaped = FALSE;
  if (!take (scan, '"'))
    return expected (scan, "a string");
  while (scan->at < scan->end)
    {
      guchar byte = (guchar) *scan->at;

      if (byte < 0x20)
        return refuse (scan, "a line break or control character in a string");
      scan->at++;
      if (byte == '"')
        return TRUE;
      if (byte != '\\')
        continue;
      *escaped = TRUE;
      if (!scan_escape (scan))
        return FALSE;
    }
  return expected (scan, "the end of the string");
}

static guint
scan_digits (Scan *scan)
{
  const char *from = scan->at;

  while (g_ascii_isdigit (peek (scan)))
    scan->at++;
  return (guint) MIN (scan->at - from, G_MAXINT);
}

static gboolean
scan_number (Scan *scan)
{
  guint digits;

  take (scan, '-');
  digits = take (scan, '0') ? 1 : scan_digits (scan);
  if (digits == 0)
    return expected (scan, "a number");
  if (g_ascii_isdigit (peek (scan)))
    return refuse (scan, "a number does not begin with 0");
  if (digits > MAX_DIGITS)
    return refuse (scan, "a number has at most %d digits", MAX_DIGITS);
  if (peek (scan) != '\0' && strchr (".eE", peek (scan)) != NULL)
    return refuse (scan, "all numbers are whole and written out");
  return TRUE;
}

static gboolean
scan_word (Scan *scan)
{
  const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) >= length && memcmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }
  return expected (scan, "a value");
}

static gboolean
scan_array (Scan *scan, guint depth)
{
  take (scan, '[');
  skip_space (scan);
  if (take (scan, ']'))
    return TRUE;
  do
    {
      skip_space (scan);
      if (!scan_value (scan, depth))
        return FALSE;
      skip_space (scan);
    }
  while (take (scan, ','));
  return take (scan, ']') || expected (scan, "“,” or “]”");
}

/* A name written with escapes could stand twice without looking so. */
static gboolean
scan_name (Scan *scan, GHashTable *names)
{
  const char *from = scan->at + 1;
  g_autofree char *name = NULL;
  gboolean escaped;

  if (peek (scan) != '"')
    return expected (scan, "the name of a member");
  if (!scan_string (scan, &escaped))
    return FALSE;
  if (escaped)
    return refuse (scan, "an escape in the name of a member");
  name = g_strndup (from, (gsize) (scan->at - 1 - from));
  if (g_hash_table_contains (names, name))
    return refuse (scan, "“%s” stands in this object twice", name);
  g_hash_table_add (names, g_steal_pointer (&name));
  return TRUE;
}

static gboolean
scan_object (Scan *scan, guint depth)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  take (scan, '{');
  skip_space (scan);
  if (take (scan, '}'))
    return TRUE;
  do
    {
      skip_space (scan);
      if (!scan_name (scan, names))
        return FALSE;
      skip_space (scan);
      if (!take (scan, ':'))
        return expected (scan, "“:”");
      skip_space (scan);
      if (!scan_value (scan, depth))
        return FALSE;
      skip_space (scan);
    }
  while (take (scan, ','));
  return take (scan, '}') || expected (scan, "“,” or “}”");
}

static gboolean
scan_value (Scan *scan, guint depth)
{
  char first = peek (scan);
  gboolean escaped;

  if (first == '"')
    return scan_string (scan, &escaped);
  if (first == '-' || g_ascii_isdigit (first))
    return scan_number (scan);
  if (first != '{' && first != '[')
    return scan_word (scan);
  if (depth == COOLDOWN_CONTENT_MAX_DEPTH)
    return refuse (scan, "nested deeper than %d", COOLDOWN_CONTENT_MAX_DEPTH);
  return first == '{' ? scan_object (scan, depth + 1) : scan_array (scan, depth + 1);
}

static gboolean
scan_utf8 (Scan *scan)
{
  if (g_utf8_validate_len (scan->start, (gsize) (scan->end - scan->start), &scan->at))
    {
      scan->at = scan->start;
      return TRUE;
    }
  for (const char *c = scan->start; c < scan->at; c++)
    scan->line += *c == '\n';
  return refuse (scan, "this is not UTF-8");
}

static gboolean
scan_file (Scan *scan)
{
  if (!scan_utf8 (scan))
    return FALSE;
  skip_space (scan);
  if (!scan_value (scan, 0))
    return FALSE;
  skip_space (scan);
  return scan->at == scan->end || refuse (scan, "something follows the end");
}

/**
 * cooldown_content_scan:
 * @bytes: what a content file holds
 * @error: return location
 *
 * Goes over a file once before any parser builds something from it: at most
 * %COOLDOWN_CONTENT_MAX_SIZE of UTF-8, strict JSON with whole numbers, at most
 * %COOLDOWN_CONTENT_MAX_DEPTH deep, no member twice, no escapes in the names of members.
 *
 * Returns: whether it may be parsed; else @error says line, byte and what is wrong there
 */
gboolean
cooldown_content_scan (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Scan scan = { .start = data, .at = data, .end = data + size, .line = 1 };

  if (size > COOLDOWN_CONTENT_MAX_SIZE)
    refuse (&scan, "larger than %d bytes", COOLDOWN_CONTENT_MAX_SIZE);
  else if (size == 0)
    refuse (&scan, "the file is empty");
  else
    scan_file (&scan);
  if (scan.error == NULL)
    return TRUE;
  g_propagate_error (error, scan.error);
  return FALSE;
}
