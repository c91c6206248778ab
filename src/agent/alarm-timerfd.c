/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alarm.h"

#include "core/clock.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define COOLDOWN_TYPE_ALARM_TIMERFD (cooldown_alarm_timerfd_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAlarmTimerfd, cooldown_alarm_timerfd, COOLDOWN, ALARM_TIMERFD,
                      GObject)

struct _CooldownAlarmTimerfd
{
  GObject parent_instance;
  int fd;
  guint source;
  int jump_fd; /* readable when the machine wakes or the clock is set */
  guint jump_source;
};

static void cooldown_alarm_timerfd_alarm_init (CooldownAlarmInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownAlarmTimerfd, cooldown_alarm_timerfd, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_ALARM,
                                                      cooldown_alarm_timerfd_alarm_init))

static void
cooldown_alarm_timerfd_set (CooldownAlarm *alarm, gint64 boot)
{
  struct itimerspec when = { 0 };

  if (boot != COOLDOWN_NEVER)
    {
      /* A time of nought would disarm the timer. */
      boot = MAX (boot, 1);
      when.it_value.tv_sec = boot / COOLDOWN_SECOND;
      when.it_value.tv_nsec = boot % COOLDOWN_SECOND * 1000;
    }
  timerfd_settime (COOLDOWN_ALARM_TIMERFD (alarm)->fd, TFD_TIMER_ABSTIME, &when, NULL);
}

static void
cooldown_alarm_timerfd_alarm_init (CooldownAlarmInterface *iface)
{
  iface->set = cooldown_alarm_timerfd_set;
}

static void
cooldown_alarm_timerfd_finalize (GObject *object)
{
  CooldownAlarmTimerfd *self = COOLDOWN_ALARM_TIMERFD (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->jump_source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  if (self->jump_fd >= 0)
    close (self->jump_fd);
  G_OBJECT_CLASS (cooldown_alarm_timerfd_parent_class)->finalize (object);
}

static void
cooldown_alarm_timerfd_class_init (CooldownAlarmTimerfdClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_alarm_timerfd_finalize;
}

static void
cooldown_alarm_timerfd_init (CooldownAlarmTimerfd *self)
{
  self->fd = -1;
  self->jump_fd = -1;
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  guint64 times;

  if (read (fd, &times, sizeof times) == (gssize) sizeof times)
    g_signal_emit_by_name (data, "rang");
  return G_SOURCE_CONTINUE;
}

/* Asks to be told when the wall clock jumps, as it does in a sleep. It never rings by itself. */
static gboolean
watch_jumps (CooldownAlarmTimerfd *self)
{
  const struct itimerspec never = { .it_value.tv_sec = G_MAXLONG };

  return timerfd_settime (self->jump_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never,
                          NULL) == 0;
}

static gboolean
jumped_cb (int fd, GIOCondition condition, gpointer data)
{
  CooldownAlarmTimerfd *self = data;
  guint64 times;
  gboolean goes_on;

  if (read (fd, &times, sizeof times) >= 0 || errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  goes_on = watch_jumps (self);
  if (!goes_on)
    self->jump_source = 0;
  g_signal_emit_by_name (self, "rang");
  return goes_on;
}

/**
 * cooldown_alarm_timerfd_new:
 * @error: return location
 *
 * Makes an alarm that rings by boot time: it goes on counting while the machine sleeps and rings
 * on waking if its moment went by. It rings, too, whenever the machine wakes or somebody sets the
 * clock, so that a sleep is noticed when it ends.
 *
 * Returns: (transfer full) (nullable): the alarm, not set; %NULL with @error set when the system
 *   has no timer for it
 */
CooldownAlarm *
cooldown_alarm_timerfd_new (GError **error)
{
  g_autoptr (CooldownAlarmTimerfd) self = g_object_new (COOLDOWN_TYPE_ALARM_TIMERFD, NULL);

  self->fd = timerfd_create (CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  self->jump_fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0 || self->jump_fd < 0 || !watch_jumps (self))
    {
      g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (errno), "timerfd: %s",
                   g_strerror (errno));
      return NULL;
    }
  self->source = g_unix_fd_add (self->fd, G_IO_IN, readable_cb, self);
  self->jump_source = g_unix_fd_add (self->jump_fd, G_IO_IN, jumped_cb, self);
  return COOLDOWN_ALARM (g_steal_pointer (&self));
}
