/* SPDX-License-Identifier: GPL-3.0-or-later */
#define COOLDOWN_READS_TIME 1
#include "no-clock.h"

#include "clock.h"

#define BOOT_ID_FILE "/proc/sys/kernel/random/boot_id"
#define ZONE_LINK "/etc/localtime"
#define ZONE_FOLDER "zoneinfo/"

struct _CooldownClockSystem
{
  GObject parent_instance;
  char boot_id[COOLDOWN_BOOT_ID_SIZE];
  char *zone_link;
  GMutex mutex;      /* the journal asks from a thread of its own */
  GTimeZone *told;   /* (nullable): the zone of set_zone() */
  char *linked_name; /* (nullable): what the link named last */
  GTimeZone *linked; /* (nullable): the zone of that name */
};

static void cooldown_clock_system_clock_init (CooldownClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownClockSystem, cooldown_clock_system, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_CLOCK,
                                                      cooldown_clock_system_clock_init))

typedef enum
{
  PROP_ZONE_LINK = 1,
} CooldownClockSystemProperty;

static gint64
read_clock (clockid_t id)
{
  struct timespec now = { 0 };

  clock_gettime (id, &now);
  return (gint64) now.tv_sec * COOLDOWN_SECOND + now.tv_nsec / 1000;
}

static void
cooldown_clock_system_read (CooldownClock *clock, CooldownInstant *now)
{
  CooldownClockSystem *self = COOLDOWN_CLOCK_SYSTEM (clock);

  now->wall = read_clock (CLOCK_REALTIME);
  now->boot = read_clock (CLOCK_BOOTTIME);
  memcpy (now->boot_id, self->boot_id, sizeof now->boot_id);
}

static gint64
cooldown_clock_system_get_monotonic (CooldownClock *clock)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* GLib takes any path for the name of a zone, and is loud when no zone is in that file. */
static gboolean
is_name (const char *text)
{
  return g_ascii_isalpha (*text) &&
         text[strspn (text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "+-_/")] == '\0';
}

static GTimeZone *
load_zone (const char *name)
{
  return name != NULL && is_name (name) ? g_time_zone_new_identifier (name) : NULL;
}

/* The link is read each time, because GLib keeps the local zone of the program's start for ever;
 * the zone itself is loaded only when the link names another. */
static GTimeZone *
get_linked_zone (CooldownClockSystem *self)
{
  g_autofree char *name = cooldown_clock_system_read_zone (self->zone_link);

  if (g_strcmp0 (name, self->linked_name) != 0)
    {
      g_clear_pointer (&self->linked, g_time_zone_unref);
      g_free (self->linked_name);
      self->linked = load_zone (name);
      self->linked_name = g_steal_pointer (&name);
    }
  return self->linked != NULL ? g_time_zone_ref (self->linked) : g_time_zone_new_local ();
}

static GTimeZone *
cooldown_clock_system_get_zone (CooldownClock *clock)
{
  CooldownClockSystem *self = COOLDOWN_CLOCK_SYSTEM (clock);
  const char *variable = g_getenv ("TZ");
  GTimeZone *zone;

  if (variable != NULL && *variable != '\0')
    return g_time_zone_new_local ();
  g_mutex_lock (&self->mutex);
  zone = self->told != NULL ? g_time_zone_ref (self->told) : get_linked_zone (self);
  g_mutex_unlock (&self->mutex);
  return zone;
}

static void
cooldown_clock_system_clock_init (CooldownClockInterface *iface)
{
  iface->read = cooldown_clock_system_read;
  iface->get_monotonic = cooldown_clock_system_get_monotonic;
  iface->get_zone = cooldown_clock_system_get_zone;
}

static void
cooldown_clock_system_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  CooldownClockSystem *self = COOLDOWN_CLOCK_SYSTEM (object);

  switch ((CooldownClockSystemProperty) id)
    {
    case PROP_ZONE_LINK:
      self->zone_link = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_clock_system_finalize (GObject *object)
{
  CooldownClockSystem *self = COOLDOWN_CLOCK_SYSTEM (object);

  g_clear_pointer (&self->told, g_time_zone_unref);
  g_clear_pointer (&self->linked, g_time_zone_unref);
  g_free (self->linked_name);
  g_free (self->zone_link);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (cooldown_clock_system_parent_class)->finalize (object);
}

static void
cooldown_clock_system_class_init (CooldownClockSystemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = cooldown_clock_system_set_property;
  object_class->finalize = cooldown_clock_system_finalize;

  /* Another one than the system's is for the tests. */
  g_object_class_install_property (
      object_class, PROP_ZONE_LINK,
      g_param_spec_string ("zone-link", NULL, NULL, ZONE_LINK,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
cooldown_clock_system_init (CooldownClockSystem *self)
{
  g_autofree char *boot_id = NULL;

  g_mutex_init (&self->mutex);
  if (g_file_get_contents (BOOT_ID_FILE, &boot_id, NULL, NULL))
    g_strlcpy (self->boot_id, g_strstrip (boot_id), sizeof self->boot_id);
}

/**
 * cooldown_clock_system_new:
 *
 * Returns: (transfer full): the clock that asks the system
 */
CooldownClock *
cooldown_clock_system_new (void)
{
  return g_object_new (COOLDOWN_TYPE_CLOCK_SYSTEM, NULL);
}

/**
 * cooldown_clock_system_set_zone:
 * @self: the clock that asks the system
 * @name: (nullable): the name of a time zone, "Europe/Berlin", or %NULL to ask the system again
 *
 * Tells the clock the zone, for where the system's own answer cannot be had or is out of date, as
 * in a sandbox. A name that is not known here is ignored. The variable TZ wins over both.
 */
void
cooldown_clock_system_set_zone (CooldownClockSystem *self, const char *name)
{
  GTimeZone *zone;

  g_return_if_fail (COOLDOWN_IS_CLOCK_SYSTEM (self));

  zone = load_zone (name);
  if (name != NULL && zone == NULL)
    {
      g_message ("The time zone “%s” is not known here", name);
      return;
    }
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->told, g_time_zone_unref);
  self->told = zone;
  g_mutex_unlock (&self->mutex);
}

/**
 * cooldown_clock_system_read_zone:
 * @link: path of a symbolic link to a zone's file, as /etc/localtime is
 *
 * Returns: (transfer full) (nullable): the name of the zone, "Europe/Berlin", whether or not there
 *   is such a zone; %NULL when it is no such link
 */
char *
cooldown_clock_system_read_zone (const char *link)
{
  g_autofree char *target = NULL;
  const char *folder;

  g_return_val_if_fail (link != NULL, NULL);

  target = g_file_read_link (link, NULL);
  folder = target != NULL ? strstr (target, ZONE_FOLDER) : NULL;
  return folder != NULL ? g_strdup (folder + strlen (ZONE_FOLDER)) : NULL;
}
