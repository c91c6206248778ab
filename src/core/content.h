/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ice.h"
#include "recovery.h"

G_BEGIN_DECLS

/*
 * All that the program says about legs, as immutable structures. Everything reachable from a
 * CooldownContent belongs to it and lives as long; strings that people see are translated
 * already. Arrays are GPtrArrays of pointers to the named type and never %NULL; sources are
 * %NULL-terminated arrays of ids.
 */

/**
 * CooldownBasis:
 * @sources: (array zero-terminated=1): ids of sources, at least one
 * @checked: the day it was last read against them, "2026-11-22"
 *
 * What something that is said rests on.
 */
typedef struct
{
  const char *const *sources;
  const char *checked;
} CooldownBasis;

/** CooldownStatement: One thing that is said, with what it rests on. */
typedef struct
{
  const char *id; /* (nullable) */
  const char *text;
  CooldownBasis basis;
} CooldownStatement;

/** CooldownTopic: A titled run of statements. */
typedef struct
{
  const char *id;
  const char *title;
  GPtrArray *statements; /* (element-type CooldownStatement) */
} CooldownTopic;

/** CooldownCondition: Holds if all ids of any one of its lists are ticked; empty: never. */
typedef struct
{
  GPtrArray *any; /* (element-type char**) */
} CooldownCondition;

/** CooldownSource: Where a fact comes from; @citation or @text is shown, and @read says how. */
typedef struct
{
  const char *id;
  const char *citation; /* (nullable), not translated */
  const char *text;     /* (nullable) */
  const char *url;      /* (nullable) */
  enum
  {
    COOLDOWN_READ_PAGE,
    COOLDOWN_READ_COPY,
    COOLDOWN_READ_ABSTRACT,
    COOLDOWN_READ_SECOND_HAND,
    COOLDOWN_READ_NONE,
  } read;
} CooldownSource;

/** CooldownStanding: How common a cause is, in general. */
typedef enum
{
  COOLDOWN_STANDING_COMMON,
  COOLDOWN_STANDING_BETWEEN,
  COOLDOWN_STANDING_RARE,
} CooldownStanding;

/** CooldownStory: One of several stories told under the title of a cause. */
typedef struct
{
  const char *id;
  const char *name;
  CooldownCondition when;
  GPtrArray *statements; /* (element-type CooldownStatement) */
} CooldownStory;

/** CooldownCause: One of the eight causes; @ice: whether a source offers ice for it. */
typedef struct
{
  const char *id;
  const char *name;
  CooldownStanding standing;
  gboolean ice;
  const CooldownStatement *summary;
  GPtrArray *topics;  /* (element-type CooldownTopic) */
  GPtrArray *stories; /* (element-type CooldownStory), may be empty */
} CooldownCause;

/** CooldownLevel: How urgent it is; the higher the more. */
typedef enum
{
  COOLDOWN_LEVEL_UNFINISHED,
  COOLDOWN_LEVEL_SELF_CARE,
  COOLDOWN_LEVEL_SOON,
  COOLDOWN_LEVEL_URGENT,
  COOLDOWN_LEVEL_EMERGENCY,
} CooldownLevel;

/** CooldownLevelText: What a level is called and what to do. */
typedef struct
{
  CooldownLevel level;
  const char *name;
  const char *text;
  GPtrArray *statements; /* (element-type CooldownStatement), may be empty */
} CooldownLevelText;

/** CooldownGroup: A titled group of items of the checklist. */
typedef struct
{
  const char *id;
  const char *title;
} CooldownGroup;

/** CooldownItem: Something that can be ticked. Items of one @choice exclude each other. */
typedef struct
{
  const char *id;
  const char *group;
  const char *choice; /* (nullable) */
  const char *name;
  const char *chip;     /* the short words, or @name */
  const char *question; /* (nullable): asks for it, to tell two descriptions apart */
  CooldownBasis basis;
} CooldownItem;

/** CooldownSign: More about a warning sign. */
typedef struct
{
  const CooldownItem *item;
  const char *detail;
  const char *phrase;
  const CooldownStatement *why;
  GPtrArray *actions; /* (element-type CooldownStatement) */
} CooldownSign;

/** CooldownRule: When a level is reached. */
typedef struct
{
  const char *id;
  CooldownLevel level;
  const char *const *all;
  const char *const *any;
  const char *const *none;
  const char *text;
  CooldownBasis basis;
} CooldownRule;

/** CooldownRegion: A place on the legs, left and right. @ice: whether ice may lie there. */
typedef struct
{
  const char *id;
  const char *name;
  const char *ice_name; /* the narrower place for ice, or @name */
  const char *item;     /* (nullable) */
  gboolean ice;
} CooldownRegion;

/**
 * CooldownEvidence: What speaks for and against a cause. @together: items that are telling only
 * together.
 */
typedef struct
{
  const char *cause;
  const char *const *strong;
  const char *const *weak;
  const char *const *against;
  CooldownCondition together;
  CooldownBasis basis;
} CooldownEvidence;

/** CooldownScoring: How evidence is weighed. */
typedef struct
{
  int strong, weak, against;
  int min_for, min_sum, min_sum_rare, most;
  const char *const *rls_all;
  const char *const *rls_any;
  int rls_any_count;
  int close; /* two descriptions whose sums differ by no more lie close */
  int questions;
  GPtrArray *statements; /* (element-type CooldownStatement) */
} CooldownScoring;

/** CooldownJournalTick: A tick that the journal sets or offers. Numbers not used are 0. */
typedef struct
{
  const char *id;
  const char *item;
  gboolean offer;
  const char *text;
  int minutes, times, weeks, nights, strength, ratio_percent;
  CooldownBasis basis;
} CooldownJournalTick;

/** CooldownWarning: A note where topics touch each other. */
typedef struct
{
  const char *id;
  CooldownCondition when;
  const char *const *workouts;
  const char *const *tabs;
  const char *text;
  CooldownBasis basis;
} CooldownWarning;

/** CooldownMessage: A sentence for a special case; what its rule needs, or empty. */
typedef struct
{
  const char *id;
  const char *text;
  const char *level; /* (nullable) */
  const char *const *all;
  const char *const *only_groups;
  const char *const *only_items;
  const char *const *rules;
  int times, weeks;
  CooldownBasis basis;
} CooldownMessage;

/** CooldownLeaveOut: When something must not be done, and why. */
typedef struct
{
  CooldownCondition when;
  const char *text;
  CooldownBasis basis;
} CooldownLeaveOut;

/** CooldownStep: A step of the hour after a workout. */
typedef struct
{
  const char *id;
  const char *title;
  const char *detail; /* (nullable) */
  GPtrArray *evidence;  /* (element-type CooldownStatement), may be empty */
  GPtrArray *leave_out; /* (element-type CooldownLeaveOut), may be empty */
  CooldownBasis basis;
} CooldownStep;

/** CooldownDrink: A drink around a workout; from and to in millilitres and US fluid ounces. */
typedef struct
{
  const char *id;
  const char *title;
  int ml[2];
  int oz[2];
  CooldownBasis basis;
} CooldownDrink;

/** CooldownGateQuestion: A lasting condition that forbids ice. */
typedef struct
{
  const char *id;
  const char *question;
  const char *name;
  const char *const *preset;
  const char *first_if; /* (nullable): the item that moves it to the front */
  CooldownBasis basis;
} CooldownGateQuestion;

/** CooldownTodayQuestion: A question before every session of ice. */
typedef struct
{
  const char *id;
  const char *question;
  const char *clear_name;
  const char *stop_name;
  const char *text;
  CooldownBasis basis;
} CooldownTodayQuestion;

/** CooldownForbidding: A tick that forbids ice; @item "warn" stands for every warning sign. */
typedef struct
{
  const char *item;
  const char *text;
  CooldownBasis basis;
} CooldownForbidding;

/** CooldownLimit: How long before bed something should end; caffeine has a time of day. */
typedef struct
{
  const char *id;
  const char *name;
  const char *detail;
  int before;       /* minutes before bedtime */
  int at;           /* minutes after midnight, or -1 */
  int bedtime_from; /* @at holds for bedtimes from here … */
  int bedtime_to;   /* … to here, minutes after midnight */
  CooldownBasis basis;
} CooldownLimit;

/** CooldownGrade: What an evening activity's evidence is. */
typedef enum
{
  COOLDOWN_GRADE_TRIAL,
  COOLDOWN_GRADE_PILOT,
  COOLDOWN_GRADE_ADVICE,
  COOLDOWN_GRADE_DOCTOR,
  COOLDOWN_GRADE_NONE,
} CooldownGrade;

/** CooldownFigure: What a drawn figure does. */
typedef enum
{
  COOLDOWN_FIGURE_CALF,
  COOLDOWN_FIGURE_HAMSTRING,
  COOLDOWN_FIGURE_HIP,
} CooldownFigure;

/** CooldownPart: One of several things done one after the other, in equal shares of the time. */
typedef struct
{
  CooldownFigure figure;
  const char *name;
  const char *text;
  CooldownBasis basis;
} CooldownPart;

/** CooldownActivity: Something to do in the evening. */
typedef struct
{
  const char *id;
  const char *name;
  int minutes;
  CooldownGrade grade;
  GPtrArray *how;        /* (element-type CooldownStatement): how it is done, may be empty */
  GPtrArray *parts;      /* (element-type CooldownPart), may be empty */
  GPtrArray *statements; /* (element-type CooldownStatement) */
  GPtrArray *leave_out;  /* (element-type CooldownLeaveOut), may be empty */
} CooldownActivity;

/** CooldownRoutineStep: A step of the wind-down. */
typedef struct
{
  const CooldownActivity *activity;
  int minutes;
} CooldownRoutineStep;

/** CooldownTip: What helps at once, and the activity that it is a short form of. */
typedef struct
{
  const char *title;
  const char *text;
  const CooldownActivity *activity; /* (nullable) */
  CooldownBasis basis;
} CooldownTip;

/** CooldownEveningNumbers: Numbers that the evening's rules depend on. */
typedef struct
{
  int moderate_max, hard_min, late_before, hard_days;
  int restless_min, per_week, weeks, costly;
  int min_nights, block_nights, draws, confidence_percent;
  int winddown_minutes;
  int restless_before; /* minutes before the wind-down */
  int turn_nights, turns; /* of a trial on oneself */
} CooldownEveningNumbers;

/** CooldownExperimentText: A trial on oneself of one thing that can go before a night. */
typedef struct
{
  const char *id;
  const char *name;      /* the change: "No alcohol" */
  const char *question;  /* proposes it */
  GPtrArray *statements; /* (element-type CooldownStatement), may be empty */
  CooldownBasis basis;
} CooldownExperimentText;

/** CooldownReminderText: What a reminder says that says the same each time. */
typedef struct
{
  const char *title;
  const char *text;
  CooldownBasis basis;
} CooldownReminderText;

const char *cooldown_level_to_string (CooldownLevel level);

#define COOLDOWN_TYPE_CONTENT (cooldown_content_get_type ())
G_DECLARE_FINAL_TYPE (CooldownContent, cooldown_content, COOLDOWN, CONTENT, GObject)

/**
 * CooldownContentRead:
 * @name: "causes.json" …
 * @data: whatever was given with it
 * @error: return location
 *
 * Gives the bytes of one content file.
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error set
 */
typedef GBytes *(*CooldownContentRead) (const char *name, gpointer data, GError **error);

CooldownContent *cooldown_content_load (CooldownContentRead read, gpointer data, GError **error);
CooldownContent *cooldown_content_load_folder (const char *folder, GError **error);
CooldownContent *cooldown_content_load_bundled (GError **error);

GPtrArray *cooldown_content_get_sources (CooldownContent *self);
const CooldownSource *cooldown_content_get_source (CooldownContent *self, const char *id);

GPtrArray *cooldown_content_get_causes (CooldownContent *self);
const CooldownCause *cooldown_content_get_cause (CooldownContent *self, const char *id);
GPtrArray *cooldown_content_get_frame (CooldownContent *self);

const CooldownLevelText *cooldown_content_get_level (CooldownContent *self, CooldownLevel level);
GPtrArray *cooldown_content_get_groups (CooldownContent *self);
GPtrArray *cooldown_content_get_items (CooldownContent *self);
const CooldownItem *cooldown_content_get_item (CooldownContent *self, const char *id);
GPtrArray *cooldown_content_get_signs (CooldownContent *self);
const CooldownSign *cooldown_content_get_sign (CooldownContent *self, const char *item);
GPtrArray *cooldown_content_get_rules (CooldownContent *self);
GPtrArray *cooldown_content_get_regions (CooldownContent *self);
const CooldownRegion *cooldown_content_get_region (CooldownContent *self, const char *id);
GPtrArray *cooldown_content_get_evidence (CooldownContent *self);
const CooldownScoring *cooldown_content_get_scoring (CooldownContent *self);
GPtrArray *cooldown_content_get_journal_ticks (CooldownContent *self);
GPtrArray *cooldown_content_get_warnings (CooldownContent *self);
const CooldownMessage *cooldown_content_get_message (CooldownContent *self, const char *id);

GPtrArray *cooldown_content_get_steps (CooldownContent *self);
const CooldownRecoveryRules *cooldown_content_get_recovery_rules (CooldownContent *self);
GArray *cooldown_content_get_gone_after (CooldownContent *self);
const char *cooldown_content_get_check_question (CooldownContent *self, CooldownLegs legs);
GPtrArray *cooldown_content_get_drinks (CooldownContent *self);
void cooldown_content_get_drink_limit (CooldownContent *self,
                                       int *ml,
                                       int *oz,
                                       int *remind_minutes);

const CooldownIceProtocol *cooldown_content_get_ice_protocol (CooldownContent *self);
GPtrArray *cooldown_content_get_ice_statements (CooldownContent *self);
GPtrArray *cooldown_content_get_gate (CooldownContent *self);
GPtrArray *cooldown_content_get_today (CooldownContent *self);
GPtrArray *cooldown_content_get_forbidding (CooldownContent *self);
const CooldownForbidding *cooldown_content_find_forbidding (CooldownContent *self,
                                                            const char *item);
const CooldownStatement *cooldown_content_get_alcohol (CooldownContent *self);

GPtrArray *cooldown_content_get_limits (CooldownContent *self);
const CooldownLimit *cooldown_content_get_limit (CooldownContent *self, const char *id);
GPtrArray *cooldown_content_get_activities (CooldownContent *self);
const CooldownActivity *cooldown_content_get_activity (CooldownContent *self, const char *id);
GPtrArray *cooldown_content_get_routine (CooldownContent *self);
GPtrArray *cooldown_content_get_features (CooldownContent *self);
GPtrArray *cooldown_content_get_restless_now (CooldownContent *self);
const CooldownStatement *cooldown_content_get_reason (CooldownContent *self, const char *id);
const CooldownTopic *cooldown_content_get_advice (CooldownContent *self, const char *id);
const CooldownEveningNumbers *cooldown_content_get_evening_numbers (CooldownContent *self);
const CooldownExperimentText *cooldown_content_get_experiment (CooldownContent *self,
                                                               const char *id);
GPtrArray *cooldown_content_get_experiment_statements (CooldownContent *self);

const CooldownReminderRules *cooldown_content_get_reminder_rules (CooldownContent *self);
const CooldownReminderText *cooldown_content_get_reminder_text (CooldownContent *self,
                                                                CooldownNoticeKind kind);

/**
 * CooldownTab:
 *
 * The files that have topics of their own, by the tab that shows them.
 */
typedef enum
{
  COOLDOWN_TAB_RECOVER,
  COOLDOWN_TAB_ICE,
  COOLDOWN_TAB_EVENING,
} CooldownTab;

GPtrArray *cooldown_content_get_topics (CooldownContent *self, CooldownTab tab);
const CooldownTopic *cooldown_content_get_topic (CooldownContent *self,
                                                 CooldownTab tab,
                                                 const char *id);

/** CooldownContentError: why content could not be used. */
typedef enum
{
  COOLDOWN_CONTENT_ERROR_MISSING,
  COOLDOWN_CONTENT_ERROR_INVALID,
} CooldownContentError;

#define COOLDOWN_CONTENT_ERROR (cooldown_content_error_quark ())
GQuark cooldown_content_error_quark (void);

G_END_DECLS
