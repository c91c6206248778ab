/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HOLDS,        /* takes the question and answers when the test lets go */
  HOLDS_CALL,   /* does not even take it before that */
  ANSWERS_SOON, /* before it says that it took the question */
  IS_OLD,       /* keeps the question elsewhere than it was asked to */
  REPLIES_WRONG,
  REFUSES_CALLS,
} Manner;

/* A bus with a double of org.freedesktop.portal.Background, not there yet. */
typedef struct
{
  GTestDBus *bus;
  GDBusConnection *desktop;
  GDBusConnection *session; /* for whoever asks */
  GDBusNodeInfo *info;
  guint name_id;
  guint object_id;
  Manner manner;
  GPtrArray *asked;            /* (element-type GVariant): the options of every question */
  GPtrArray *said;             /* (element-type GVariant): the options of every status */
  char *request;               /* (nullable): where the last question is kept */
  GDBusMethodInvocation *held; /* (nullable) */
} BackgroundPortal;

BackgroundPortal *background_portal_new (void);
void background_portal_free (BackgroundPortal *self);
void background_portal_register (BackgroundPortal *self);
void background_portal_own_name (BackgroundPortal *self);
void background_portal_vanish (BackgroundPortal *self);
void background_portal_respond (BackgroundPortal *self, GVariant *parameters);
void background_portal_settle (BackgroundPortal *self);

G_END_DECLS
