/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The latest episodes; and at the back descriptions and all entries. */
#include "report-blocks.h"

#include <glib/gi18n.h>

#define CELL_GAP 8.0
#define CELL_PADDING 2.6
#define LINE_GREY .88
#define HEAD_LINE_GREY .7
/* A text of more lines goes on in a row of its own, which may stand on the next page. */
#define MOST_LINES 8
#define MOST_COLUMNS COOLDOWN_REPORT_N_COLUMNS
#define PART_GAP 6.0

typedef enum
{
  TABLE_LATEST = 1,
  TABLE_ENTRIES,
} Table;

typedef struct
{
  guint n;
  const double *shares; /* of the width */
  guint n_strong;       /* so many from the start are bold in a row that must not be overlooked */
  int also_strong;      /* and this one, or -1 */
} Columns;

static const double latest_shares[] = { .08, .18, .187, .2, .187, .09, .076 };
static const double entries_shares[] = { .095, .275, .545, .085 };
static const Columns latest_columns = { COOLDOWN_REPORT_N_COLUMNS, latest_shares, 1, 5 };
static const Columns entries_columns = { 4, entries_shares, 2, -1 };

typedef struct
{
  const Columns *columns;
  char *cells[MOST_COLUMNS];
  gboolean is_head;
  gboolean strong;
  gboolean goes_on; /* the next row belongs to it */
  double height;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < MOST_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static CooldownLetters
get_letters (const Row *row, guint column)
{
  const Columns *columns = row->columns;
  gboolean strong = row->strong &&
                    (column < columns->n_strong || (int) column == columns->also_strong);
  CooldownReportStyle style = row->is_head ? COOLDOWN_STYLE_HEAD
                              : strong     ? COOLDOWN_STYLE_CELL_STRONG
                                           : COOLDOWN_STYLE_CELL;
  CooldownLetters letters = *cooldown_report_get_letters (style);

  letters.at_end = column + 1 == columns->n;
  return letters;
}

static double
get_width (const CooldownPaper *paper, const Row *row, guint column)
{
  double width = row->columns->shares[column] * paper->width;

  return column + 1 < row->columns->n ? width - CELL_GAP : width;
}

static void
draw_row (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const Row *row = data;
  const char *tag = row->is_head ? "TH" : "TD";
  double start = 0;

  for (guint i = 0; i < row->columns->n; i++)
    {
      CooldownLetters letters = get_letters (row, i);

      cairo_tag_begin (cr, tag, NULL);
      cooldown_paper_put (paper, cr, &letters, row->cells[i], start, CELL_PADDING,
                          get_width (paper, row, i));
      cairo_tag_end (cr, tag);
      start += row->columns->shares[i] * paper->width;
    }
  if (row->goes_on)
    return;
  cooldown_paper_set_grey (cr, row->is_head ? HEAD_LINE_GREY : LINE_GREY);
  cooldown_paper_line (paper, cr, 0, row->height - .4, paper->width, .8);
}

static double
measure_row (const CooldownPaper *paper, const Row *row)
{
  double height = 0;

  for (guint i = 0; i < row->columns->n; i++)
    {
      CooldownLetters letters = get_letters (row, i);

      height = MAX (height, cooldown_paper_measure (paper, &letters, row->cells[i],
                                                    get_width (paper, row, i)));
    }
  return height + (row->goes_on ? CELL_PADDING : 2 * CELL_PADDING);
}

/* Takes the row. */
static void
add_row (const CooldownReportPages *pages, Row *row, Table table, gboolean optional)
{
  CooldownBlock block = { .draw = draw_row,
                          .data = row,
                          .free_data = row_free,
                          .table = table,
                          .is_head = row->is_head,
                          .with_next = row->is_head,
                          .optional = optional,
                          .tag = "TR" };

  row->height = block.height = measure_row (pages->paper, row);
  cooldown_flow_add (pages->flow, &block);
}

static Row *
row_new (const Columns *columns)
{
  Row *row = g_new0 (Row, 1);

  row->columns = columns;
  for (guint i = 0; i < columns->n; i++)
    row->cells[i] = NULL;
  return row;
}

static const char *
get_late_note (const CooldownReportPages *pages)
{
  return pages->facts->any_late ? _ ("* written down a day or more later") : NULL;
}

/**
 * cooldown_report_add_latest:
 * @pages: what blocks are made from
 *
 * Adds a table of the latest episodes, of as many as there is room for on the page.
 */
void
cooldown_report_add_latest (const CooldownReportPages *pages)
{
  GPtrArray *latest = pages->facts->latest;
  Row *head = row_new (&latest_columns);

  cooldown_report_add_heading (pages, _ ("Latest episodes"), get_late_note (pages), FALSE);
  head->is_head = TRUE;
  for (guint i = 0; i < COOLDOWN_REPORT_N_COLUMNS; i++)
    head->cells[i] = g_strdup (cooldown_report_get_column (i));
  add_row (pages, head, TABLE_LATEST, FALSE);
  for (guint i = 0; i < latest->len; i++)
    {
      const CooldownReportRow *words = g_ptr_array_index (latest, i);
      Row *row = row_new (&latest_columns);

      for (guint j = 0; j < COOLDOWN_REPORT_N_COLUMNS; j++)
        row->cells[j] = g_strdup (words->cells[j]);
      row->strong = words->strong;
      add_row (pages, row, TABLE_LATEST, i > 0);
    }
}

/* All entries. */

static Row *
entry_row_new (const char *date, const char *title, char *details, const char *strength)
{
  Row *row = row_new (&entries_columns);

  row->cells[0] = g_strdup (date);
  row->cells[1] = g_strdup (title);
  row->cells[2] = details;
  row->cells[3] = g_strdup (strength);
  return row;
}

/* Where a text has to be cut so that no more than some lines come before; its end if nowhere. */
static const char *
find_cut (const CooldownPaper *paper, const char *text)
{
  CooldownLetters letters = *cooldown_report_get_letters (COOLDOWN_STYLE_CELL);
  g_autoptr (PangoLayout) layout = cooldown_paper_write (
      paper, &letters, text, entries_shares[2] * paper->width - CELL_GAP);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, MOST_LINES);

  return line != NULL ? text + line->start_index : text + strlen (text);
}

/* Laying out a whole book to find its first lines would take as long as the book. */
#define MOST_BYTES 3000

static const char *
find_end (const CooldownPaper *paper, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *start = NULL;
  const char *limit;

  if (length <= MOST_BYTES)
    return find_cut (paper, text);
  limit = g_utf8_find_prev_char (text, text + MOST_BYTES);
  start = g_strndup (text, (gsize) (limit - text));
  return text + (find_cut (paper, start) - start);
}

static void
add_entry (const CooldownReportPages *pages, const CooldownReportEntry *entry)
{
  const char *text = entry->details, *end;
  gboolean first = TRUE;

  do
    {
      Row *row;

      end = find_end (pages->paper, text);
      row = entry_row_new (first ? entry->date : "", first ? entry->title : "",
                           g_strndup (text, (gsize) (end - text)), first ? entry->strength : "");
      g_strchomp (row->cells[2]);
      row->strong = entry->strong;
      row->goes_on = *end != '\0';
      add_row (pages, row, TABLE_ENTRIES, FALSE);
      text = end;
      first = FALSE;
    }
  while (*text != '\0');
}

static void
add_entries (const CooldownReportPages *pages, gboolean on_new_page)
{
  Row *head = entry_row_new (C_ ("column", "Date"), C_ ("column", "Entry"),
                             g_strdup (C_ ("column", "Details and notes")), C_ ("column", "0–10"));

  cooldown_report_add_heading (pages, _ ("All entries"), get_late_note (pages), on_new_page);
  head->is_head = TRUE;
  add_row (pages, head, TABLE_ENTRIES, FALSE);
  for (guint i = 0; i < pages->facts->entries->len; i++)
    add_entry (pages, g_ptr_array_index (pages->facts->entries, i));
}

/* Descriptions. */

typedef struct
{
  const char *words;
  CooldownReportStyle style;
} Paragraph;

static void
draw_paragraph (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const Paragraph *paragraph = data;

  cooldown_paper_put (paper, cr, cooldown_report_get_letters (paragraph->style), paragraph->words,
                      0, 0, paper->width);
}

static void
add_paragraph (const CooldownReportPages *pages,
               const char *words,
               CooldownReportStyle style,
               double gap,
               gboolean with_next)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);
  CooldownBlock block = { .draw = draw_paragraph,
                          .data = paragraph,
                          .free_data = g_free,
                          .gap = gap,
                          .with_next = with_next,
                          .tag = "P" };

  paragraph->words = words;
  paragraph->style = style;
  block.height = cooldown_paper_measure (pages->paper, cooldown_report_get_letters (style), words,
                                         pages->paper->width);
  cooldown_flow_add (pages->flow, &block);
}

static void
add_descriptions (const CooldownReportPages *pages)
{
  cooldown_report_add_heading (pages, _ ("Descriptions that shared the ticks"), NULL, TRUE);
  add_paragraph (pages, pages->facts->described, COOLDOWN_STYLE_FAINT, 0, FALSE);
  for (guint i = 0; i < pages->facts->descriptions->len; i++)
    {
      const CooldownReportDescription *description = g_ptr_array_index (pages->facts->descriptions,
                                                                        i);

      add_paragraph (pages, description->name, COOLDOWN_STYLE_STRONG, PART_GAP, TRUE);
      add_paragraph (pages, description->why, COOLDOWN_STYLE_TEXT, 0, FALSE);
    }
}

/**
 * cooldown_report_add_back:
 * @pages: what blocks are made from
 *
 * Adds what comes after the first page: descriptions, if they were asked for, and all entries.
 */
void
cooldown_report_add_back (const CooldownReportPages *pages)
{
  if (pages->facts->described != NULL)
    add_descriptions (pages);
  if (pages->facts->entries->len > 0)
    add_entries (pages, pages->facts->described == NULL);
}
