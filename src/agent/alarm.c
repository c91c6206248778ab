/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alarm.h"

#include "core/clock.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _CooldownAlarm
{
  GObject parent_instance;
  int fd;
  guint source;
};

enum
{
  RANG,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownAlarm, cooldown_alarm, G_TYPE_OBJECT)

static void
cooldown_alarm_finalize (GObject *object)
{
  CooldownAlarm *self = COOLDOWN_ALARM (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  G_OBJECT_CLASS (cooldown_alarm_parent_class)->finalize (object);
}

static void
cooldown_alarm_class_init (CooldownAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_alarm_finalize;
  signals[RANG] = g_signal_new ("rang", COOLDOWN_TYPE_ALARM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
cooldown_alarm_init (CooldownAlarm *self)
{
  self->fd = -1;
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  CooldownAlarm *self = data;
  guint64 times;

  if (read (fd, &times, sizeof times) == (gssize) sizeof times)
    g_signal_emit (self, signals[RANG], 0);
  return G_SOURCE_CONTINUE;
}

/**
 * cooldown_alarm_new:
 * @error: return location
 *
 * Makes an alarm that rings by boot time: it goes on counting while the machine sleeps and rings
 * on waking if its moment went by.
 *
 * Returns: (transfer full) (nullable): the alarm, not set; %NULL with @error set when the system
 *   has no timer for it
 */
CooldownAlarm *
cooldown_alarm_new (GError **error)
{
  g_autoptr (CooldownAlarm) self = g_object_new (COOLDOWN_TYPE_ALARM, NULL);

  self->fd = timerfd_create (CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "timerfd: %s",
                   g_strerror (errno));
      return NULL;
    }
  self->source = g_unix_fd_add (self->fd, G_IO_IN, readable_cb, self);
  return g_steal_pointer (&self);
}

/**
 * cooldown_alarm_set:
 * @self: an alarm
 * @boot: when to ring, microseconds of boot time; %COOLDOWN_NEVER for not at all. What went by
 *   rings at once
 */
void
cooldown_alarm_set (CooldownAlarm *self, gint64 boot)
{
  struct itimerspec when = { 0 };

  if (boot != COOLDOWN_NEVER)
    {
      /* A time of nought would disarm the timer. */
      boot = MAX (boot, 1);
      when.it_value.tv_sec = boot / COOLDOWN_SECOND;
      when.it_value.tv_nsec = boot % COOLDOWN_SECOND * 1000;
    }
  timerfd_settime (self->fd, TFD_TIMER_ABSTIME, &when, NULL);
}
