/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"
#include "tally.h"

G_BEGIN_DECLS

/*
 * What the doctor's report says, in words and numbers, apart from how it looks. Nothing in it is a
 * diagnosis; names of descriptions are there only when they were asked for.
 */

/**
 * CooldownReportInput:
 * @entries: (element-type CooldownEntry): entries of all kinds in any order; those outside of the
 *   period are not counted, but known as what others refer to, and for when it was first noted
 * @from: (nullable): the first local day, "2026-09-28"; %NULL for that of the first entry
 * @to: (nullable): the day after the last one; %NULL for that after the last entry
 * @kinds: which kinds are listed after the summary, bits of 1 << #CooldownEntryKind; 0 for
 *   episodes, workouts and nights
 * @about_you: (nullable) (array zero-terminated=1): items of the group "you" that are ticked
 * @gate: (nullable) (array zero-terminated=1): ids of the lasting questions before icing that were
 *   answered with yes
 * @descriptions: whether the descriptions are named that share the ticks
 * @now: the moment the report is made, microseconds since 1970 UTC
 * @offset: how many seconds local time is ahead of UTC then
 *
 * What a report is made from.
 */
typedef struct
{
  GPtrArray *entries;
  const char *from;
  const char *to;
  guint kinds;
  const char *const *about_you;
  const char *const *gate;
  gboolean descriptions;
  gint64 now;
  gint32 offset;
} CooldownReportInput;

/**
 * CooldownReportLine:
 * @label: what it is about
 * @text: what is said about it
 * @strong: (nullable): what must not be overlooked, after it
 *
 * A line at the top.
 */
typedef struct
{
  char *label;
  char *text;
  char *strong;
} CooldownReportLine;

/** COOLDOWN_REPORT_N_LINES: How many lines there are at the top. */
#define COOLDOWN_REPORT_N_LINES 5

/** CooldownReportCount: Something and how many episodes have it. */
typedef struct
{
  char *name;
  guint n;
} CooldownReportCount;

/**
 * CooldownReportFactor:
 * @name: what is noted of some workouts
 * @episodes: "8 of 13 episodes"
 * @workouts: "10 of 25 workouts"
 *
 * How often there were episodes with such workouts, and how often such workouts.
 */
typedef struct
{
  char *name;
  char *episodes;
  char *workouts;
} CooldownReportFactor;

/** CooldownReportFigure: A number and what it counts. */
typedef struct
{
  char *number;
  char *name;
} CooldownReportFigure;

/**
 * CooldownReportNights:
 * @noted: how many nights of how many are noted
 * @figures: (element-type CooldownReportFigure): median, restless nights, nights that cost sleep
 * @features: (element-type utf8): in how many nights each of the four features was noted, and what
 *   is known of when it began, of falling asleep, and of restless legs noted while they were
 * @medicines: what is known of medicines
 *
 * What the nights say.
 */
typedef struct
{
  char *noted;
  GPtrArray *figures;
  GPtrArray *features;
  char *medicines;
} CooldownReportNights;

/** COOLDOWN_REPORT_N_COLUMNS: Date, workout, where, feels like, began, lasted, strength. */
#define COOLDOWN_REPORT_N_COLUMNS 7

/**
 * CooldownReportRow:
 * @cells: what stands in each column
 * @strong: whether it lasted over an hour
 *
 * One of the latest episodes.
 */
typedef struct
{
  char *cells[COOLDOWN_REPORT_N_COLUMNS];
  gboolean strong;
} CooldownReportRow;

/**
 * CooldownReportEntry:
 * @date: its day
 * @title: what it is
 * @details: what else is known of it, in lines; or ""
 * @strength: how strong, 0 to 10, or ""
 * @strong: whether it lasted over an hour
 *
 * An entry in the list of all of them.
 */
typedef struct
{
  char *date;
  char *title;
  char *details;
  char *strength;
  gboolean strong;
} CooldownReportEntry;

/** CooldownReportDescription: A description that shares ticks, and which. */
typedef struct
{
  char *name;
  char *why;
} CooldownReportDescription;

/**
 * CooldownReportFacts:
 * @title: what the report is about
 * @made: (nullable): when the report was made, as ISO 8601 with its offset
 * @period: for whom, from when to when, and how much there is
 * @lines: the lines at the top
 * @signs: how often the warning signs were answered, and whether any was ticked
 * @ticked: (element-type utf8): signs that were ticked, with date and what became of them
 * @tally: what is counted, for the pictures
 * @heat: how often each half of a region was named, 0 to 1
 * @chart: the picture of the episodes in words
 * @feels: (element-type CooldownReportCount): what it feels like, the most frequent first
 * @begins: (element-type CooldownReportCount): when it begins
 * @factors: (element-type CooldownReportFactor): with which workouts
 * @tried: (nullable): what was tried and what was noted after it
 * @nights: (nullable): what the nights say; %NULL when none is noted
 * @latest: (element-type CooldownReportRow): episodes, the latest first
 * @any_late: whether any entry was written down a day or more after it happened
 * @entries: (element-type CooldownReportEntry): all entries, the latest first
 * @described: (nullable): of which checks the ticks are that @descriptions share
 * @descriptions: (element-type CooldownReportDescription): or none
 *
 * What the report says.
 */
typedef struct
{
  char *title;
  char *made;
  char *period;
  CooldownReportLine lines[COOLDOWN_REPORT_N_LINES];
  char *signs;
  GPtrArray *ticked;
  CooldownTally *tally;
  double heat[COOLDOWN_LEG_N_HALVES];
  char *chart;
  GPtrArray *feels;
  GPtrArray *begins;
  GPtrArray *factors;
  char *tried;
  CooldownReportNights *nights;
  GPtrArray *latest;
  gboolean any_late;
  GPtrArray *entries;
  char *described;
  GPtrArray *descriptions;
} CooldownReportFacts;

CooldownReportFacts *cooldown_report_facts_new (const CooldownReportInput *input,
                                                CooldownContent *content);
void cooldown_report_facts_free (CooldownReportFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReportFacts, cooldown_report_facts_free)

const char *cooldown_report_get_column (guint column);

G_END_DECLS
