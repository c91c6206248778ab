/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pace.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* The waits of the window are timers of the boot clock, which does not stand still in suspend. */

typedef struct
{
  int fd;
  gboolean repeats;
  GSourceOnceFunc func;
  gpointer data;
} Timer;

static void
timer_free (gpointer data)
{
  Timer *timer = data;

  close (timer->fd);
  g_free (timer);
}

static gboolean
timer_cb (int fd, GIOCondition condition, gpointer data)
{
  Timer *timer = data;
  guint64 expirations;

  if (read (fd, &expirations, sizeof expirations) != sizeof expirations)
    return G_SOURCE_CONTINUE;
  timer->func (timer->data);
  return timer->repeats;
}

static struct timespec
to_timespec (gint64 microseconds)
{
  return (struct timespec){ microseconds / COOLDOWN_SECOND, microseconds % COOLDOWN_SECOND * 1000 };
}

static guint
start_timer (gint64 delay, gint64 interval, GSourceOnceFunc func, gpointer data)
{
  /* A delay of nothing would disarm the timer. */
  struct itimerspec spec = { to_timespec (interval), to_timespec (MAX (delay, 1)) };
  int fd = timerfd_create (CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  Timer *timer;

  if (fd < 0 || timerfd_settime (fd, 0, &spec, NULL) < 0)
    {
      g_warning ("No timer: %s", g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return 0;
    }
  timer = g_new (Timer, 1);
  *timer = (Timer){ fd, interval > 0, func, data };
  return g_unix_fd_add_full (G_PRIORITY_DEFAULT, fd, G_IO_IN, timer_cb, timer, timer_free);
}

/**
 * cooldown_pace_wait:
 * @delay: microseconds, suspend included
 * @func: what to call once
 * @data: given to @func
 *
 * Returns: id of the source, for [func@GLib.Source.remove] until @func was called; 0 if the
 *   system has no timer left
 */
guint
cooldown_pace_wait (gint64 delay, GSourceOnceFunc func, gpointer data)
{
  return start_timer (delay, 0, func, data);
}

struct _CooldownPulse
{
  GObject parent_instance;
  guint n_mapped;
  guint timer_id;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (CooldownPulse, cooldown_pulse, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_SECOND,
} CooldownPulseSignal;

static guint signals[SIGNAL_SECOND + 1];

static void
second_cb (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_SECOND], 0);
}

static void
appeared_cb (gpointer data)
{
  CooldownPulse *self = data;

  self->idle_id = 0;
  g_signal_emit (self, signals[SIGNAL_SECOND], 0);
}

static void
map_cb (CooldownPulse *self)
{
  self->n_mapped++;
  if (self->timer_id == 0)
    self->timer_id = start_timer (COOLDOWN_SECOND, COOLDOWN_SECOND, second_cb, self);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_once (appeared_cb, self);
}

static void
unmap_cb (CooldownPulse *self)
{
  if (--self->n_mapped == 0)
    g_clear_handle_id (&self->timer_id, g_source_remove);
}

static void
cooldown_pulse_dispose (GObject *object)
{
  CooldownPulse *self = COOLDOWN_PULSE (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  G_OBJECT_CLASS (cooldown_pulse_parent_class)->dispose (object);
}

static void
cooldown_pulse_class_init (CooldownPulseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_pulse_dispose;
  signals[SIGNAL_SECOND] = g_signal_new ("second", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_pulse_init (CooldownPulse *self)
{
}

/**
 * cooldown_pulse_new:
 *
 * Returns: (transfer full): a pulse that rests until it has a mapped widget to watch
 */
CooldownPulse *
cooldown_pulse_new (void)
{
  return g_object_new (COOLDOWN_TYPE_PULSE, NULL);
}

/**
 * cooldown_pulse_watch:
 * @self: a pulse
 * @widget: a widget that shows passing time
 *
 * Beats for @widget from now on, while it is mapped.
 */
void
cooldown_pulse_watch (CooldownPulse *self, GtkWidget *widget)
{
  g_return_if_fail (COOLDOWN_IS_PULSE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (widget, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (widget))
    map_cb (self);
}
