/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alarm.h"

#include "core/clock.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* The farthest time that can be told in nanoseconds, as the kernel and its stand-ins count. */
#define FAR_SECONDS MIN (G_MAXLONG, G_MAXINT64 / G_GINT64_CONSTANT (1000000000))

#define COOLDOWN_TYPE_ALARM_TIMERFD (cooldown_alarm_timerfd_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAlarmTimerfd, cooldown_alarm_timerfd, COOLDOWN, ALARM_TIMERFD,
                      GObject)

enum
{
  BY_BOOT,
  BY_WALL,
  JUMPS, /* readable when the machine wakes or the clock is set; it never rings by itself */
  N_TIMERS,
};

struct _CooldownAlarmTimerfd
{
  GObject parent_instance;
  struct
  {
    int fd;
    guint source;
  } timers[N_TIMERS];
};

static void cooldown_alarm_timerfd_alarm_init (CooldownAlarmInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownAlarmTimerfd, cooldown_alarm_timerfd, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_ALARM,
                                                      cooldown_alarm_timerfd_alarm_init))

static struct itimerspec
make_time (gint64 at)
{
  struct itimerspec when = { .it_value.tv_sec = FAR_SECONDS };

  if (at != COOLDOWN_NEVER)
    {
      /* A time of nought would disarm the timer. */
      at = MAX (at, 1);
      when.it_value.tv_sec = at / COOLDOWN_SECOND;
      when.it_value.tv_nsec = at % COOLDOWN_SECOND * 1000;
    }
  return when;
}

static void
cooldown_alarm_timerfd_set (CooldownAlarm *alarm, gint64 boot, gint64 wall)
{
  CooldownAlarmTimerfd *self = COOLDOWN_ALARM_TIMERFD (alarm);
  struct itimerspec by_boot = make_time (boot);
  struct itimerspec by_wall = make_time (wall);

  timerfd_settime (self->timers[BY_BOOT].fd, TFD_TIMER_ABSTIME, &by_boot, NULL);
  timerfd_settime (self->timers[BY_WALL].fd, TFD_TIMER_ABSTIME, &by_wall, NULL);
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

  for (guint i = 0; i < N_TIMERS; i++)
    {
      g_clear_handle_id (&self->timers[i].source, g_source_remove);
      if (self->timers[i].fd >= 0)
        close (self->timers[i].fd);
    }
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
  for (guint i = 0; i < N_TIMERS; i++)
    self->timers[i].fd = -1;
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  guint64 times;

  if (read (fd, &times, sizeof times) == (gssize) sizeof times)
    g_signal_emit_by_name (data, "rang");
  return G_SOURCE_CONTINUE;
}

/* Asks to be told when the wall clock jumps, as it does in a sleep. A timer of its own has to: arming
 * one anew forgets a jump that was not told yet. */
static gboolean
watch_jumps (CooldownAlarmTimerfd *self)
{
  const struct itimerspec never = make_time (COOLDOWN_NEVER);

  return timerfd_settime (self->timers[JUMPS].fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never,
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
    self->timers[JUMPS].source = 0;
  g_signal_emit_by_name (self, "rang");
  return goes_on;
}

/**
 * cooldown_alarm_timerfd_new:
 * @error: return location
 *
 * Makes an alarm that rings by boot time and by wall time: both go on counting while the machine
 * sleeps and ring on waking if their moment went by. It rings, too, whenever the machine wakes or
 * somebody sets the clock, so that a sleep is noticed when it ends.
 *
 * Returns: (transfer full) (nullable): the alarm, not set; %NULL with @error set when the system
 *   has no timer for it
 */
CooldownAlarm *
cooldown_alarm_timerfd_new (GError **error)
{
  g_autoptr (CooldownAlarmTimerfd) self = g_object_new (COOLDOWN_TYPE_ALARM_TIMERFD, NULL);

  for (guint i = 0; i < N_TIMERS; i++)
    {
      self->timers[i].fd = timerfd_create (i == BY_BOOT ? CLOCK_BOOTTIME : CLOCK_REALTIME,
                                           TFD_NONBLOCK | TFD_CLOEXEC);
      if (self->timers[i].fd < 0 || (i == JUMPS && !watch_jumps (self)))
        {
          g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (errno), "timerfd: %s",
                       g_strerror (errno));
          return NULL;
        }
      self->timers[i].source = g_unix_fd_add (self->timers[i].fd, G_IO_IN,
                                              i == JUMPS ? jumped_cb : readable_cb, self);
    }
  return COOLDOWN_ALARM (g_steal_pointer (&self));
}
