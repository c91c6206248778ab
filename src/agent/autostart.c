/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "autostart.h"

typedef struct
{
  gboolean wanted;
  gboolean asked; /* what the question under way is for */
  gboolean wish_failed;
  CooldownAutostartState state;
  char *detail; /* (nullable) */
} CooldownAutostartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CooldownAutostart, cooldown_autostart, G_TYPE_OBJECT)

static guint changed_signal;

static CooldownAutostartPrivate *
get_private (CooldownAutostart *self)
{
  return cooldown_autostart_get_instance_private (self);
}

static void
cooldown_autostart_finalize (GObject *object)
{
  g_free (get_private (COOLDOWN_AUTOSTART (object))->detail);
  G_OBJECT_CLASS (cooldown_autostart_parent_class)->finalize (object);
}

static void
cooldown_autostart_class_init (CooldownAutostartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_autostart_finalize;
  changed_signal = g_signal_new ("changed", COOLDOWN_TYPE_AUTOSTART, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_autostart_init (CooldownAutostart *self)
{
}

static const char *
name_state (CooldownAutostartState state)
{
  switch (state)
    {
    case COOLDOWN_AUTOSTART_OFF:
      return "off";
    case COOLDOWN_AUTOSTART_ON:
      return "on";
    case COOLDOWN_AUTOSTART_ASKING:
      return "asking";
    case COOLDOWN_AUTOSTART_REFUSED:
      return "refused";
    case COOLDOWN_AUTOSTART_FAILED:
      return "failed";
    default:
      g_return_val_if_reached ("failed");
    }
}

/* Whether @state is just what is wanted. */
static gboolean
fulfils (CooldownAutostartPrivate *priv, CooldownAutostartState state)
{
  return state == (priv->wanted ? COOLDOWN_AUTOSTART_ON : COOLDOWN_AUTOSTART_OFF);
}

static void
set_state (CooldownAutostart *self, CooldownAutostartState state, const char *detail)
{
  CooldownAutostartPrivate *priv = get_private (self);

  if (state == priv->state && g_strcmp0 (detail, priv->detail) == 0)
    return;
  priv->state = state;
  g_free (priv->detail);
  priv->detail = g_strdup (detail);
  g_signal_emit (self, changed_signal, 0);
}

static void
ask (CooldownAutostart *self)
{
  CooldownAutostartPrivate *priv = get_private (self);

  priv->asked = priv->wanted;
  priv->wish_failed = FALSE;
  set_state (self, COOLDOWN_AUTOSTART_ASKING, NULL);
  COOLDOWN_AUTOSTART_GET_CLASS (self)->ask (self, priv->asked);
}

/**
 * cooldown_autostart_restore:
 * @self: an autostart that was not asked for anything yet
 * @wanted: the user's last wish
 * @granted: what cooldown_autostart_is_granted() last said when no question was under way
 *
 * Takes up what a predecessor knew. Asks nobody, so that a no is not asked about at every start;
 * the portal can only be asked, never looked at, and is taken at its last word. The file is looked
 * at by the next cooldown_autostart_get_state(), whatever @granted says. Emits nothing.
 *
 * A predecessor that ended while it asked never heard the answer: then @granted is worth nothing,
 * and cooldown_autostart_set_wanted() asks again.
 */
void
cooldown_autostart_restore (CooldownAutostart *self, gboolean wanted, gboolean granted)
{
  CooldownAutostartPrivate *priv;

  g_return_if_fail (COOLDOWN_IS_AUTOSTART (self));
  priv = get_private (self);
  g_return_if_fail (priv->state != COOLDOWN_AUTOSTART_ASKING);
  priv->wanted = wanted;
  if (granted)
    priv->state = COOLDOWN_AUTOSTART_ON;
  else
    priv->state = wanted ? COOLDOWN_AUTOSTART_REFUSED : COOLDOWN_AUTOSTART_OFF;
}

/**
 * cooldown_autostart_set_wanted:
 * @self: an autostart
 * @wanted: whether the agent should be started at login from now on
 *
 * The user's wish. Call this when the user presses, and not to repeat what is known: a wish that
 * was refused or failed is asked for again, even if it is the same. While an answer is awaited the
 * newest wish waits for it and is asked for then.
 */
void
cooldown_autostart_set_wanted (CooldownAutostart *self, gboolean wanted)
{
  CooldownAutostartPrivate *priv;
  gboolean differs;

  g_return_if_fail (COOLDOWN_IS_AUTOSTART (self));
  priv = get_private (self);
  wanted = wanted != FALSE;
  differs = priv->wanted != wanted;
  priv->wanted = wanted;
  if (priv->state != COOLDOWN_AUTOSTART_ASKING && (differs || !fulfils (priv, priv->state)))
    ask (self);
  else if (differs)
    g_signal_emit (self, changed_signal, 0);
}

/**
 * cooldown_autostart_is_wanted:
 * @self: an autostart
 *
 * Returns: the user's last wish
 */
gboolean
cooldown_autostart_is_wanted (CooldownAutostart *self)
{
  g_return_val_if_fail (COOLDOWN_IS_AUTOSTART (self), FALSE);
  return get_private (self)->wanted;
}

/**
 * cooldown_autostart_is_granted:
 * @self: an autostart
 *
 * Returns: whether the agent is started at login, as far as is known; %FALSE while that is asked
 */
gboolean
cooldown_autostart_is_granted (CooldownAutostart *self)
{
  g_return_val_if_fail (COOLDOWN_IS_AUTOSTART (self), FALSE);
  return get_private (self)->state == COOLDOWN_AUTOSTART_ON;
}

/**
 * cooldown_autostart_is_asking:
 * @self: an autostart
 *
 * Who leaves the bus now takes the question along, and a dialog with it.
 *
 * Returns: whether an answer is awaited
 */
gboolean
cooldown_autostart_is_asking (CooldownAutostart *self)
{
  g_return_val_if_fail (COOLDOWN_IS_AUTOSTART (self), FALSE);
  return get_private (self)->state == COOLDOWN_AUTOSTART_ASKING;
}

/**
 * cooldown_autostart_get_state:
 * @self: an autostart
 *
 * Gives what is known: wanted b, state s ("on", "off", "asking", "refused", "failed"), by s
 * ("portal", "file") and, where there are words for an error, detail s. Has it looked at anew where
 * another program may have changed it; if it did, "changed" follows.
 *
 * Returns: (transfer floating): an a{sv}
 */
GVariant *
cooldown_autostart_get_state (CooldownAutostart *self)
{
  CooldownAutostartPrivate *priv;
  CooldownAutostartClass *klass;
  GVariantDict dict;

  g_return_val_if_fail (COOLDOWN_IS_AUTOSTART (self), NULL);
  priv = get_private (self);
  klass = COOLDOWN_AUTOSTART_GET_CLASS (self);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "wanted", "b", priv->wanted);
  g_variant_dict_insert (&dict, "state", "s", name_state (priv->state));
  g_variant_dict_insert (&dict, "by", "s", klass->by);
  if (priv->detail != NULL)
    g_variant_dict_insert (&dict, "detail", "s", priv->detail);
  if (klass->look != NULL && priv->state != COOLDOWN_AUTOSTART_ASKING)
    klass->look (self);
  return g_variant_dict_end (&dict);
}

/**
 * cooldown_autostart_set_status:
 * @self: an autostart
 * @message: (nullable): what the agent is at, one line of at most 96 characters (what is over is
 *   cut off); %NULL for nothing
 *
 * Says in the desktop's list of background apps what the agent is at, where there is such a list.
 */
void
cooldown_autostart_set_status (CooldownAutostart *self, const char *message)
{
  CooldownAutostartClass *klass;

  g_return_if_fail (COOLDOWN_IS_AUTOSTART (self));
  klass = COOLDOWN_AUTOSTART_GET_CLASS (self);
  if (klass->set_status != NULL)
    klass->set_status (self, message);
}

/**
 * cooldown_autostart_answer:
 * @self: an autostart whose `ask` was called
 * @state: what came of it
 * @detail: (nullable): words of an error
 *
 * Ends a question. If the user wants something else by now, that is asked next.
 */
void
cooldown_autostart_answer (CooldownAutostart *self,
                           CooldownAutostartState state,
                           const char *detail)
{
  CooldownAutostartPrivate *priv;

  g_return_if_fail (COOLDOWN_IS_AUTOSTART (self));
  priv = get_private (self);
  g_return_if_fail (priv->state == COOLDOWN_AUTOSTART_ASKING);
  if (priv->asked != priv->wanted)
    {
      ask (self);
      return;
    }
  priv->wish_failed = state == COOLDOWN_AUTOSTART_FAILED;
  set_state (self, state, detail);
}

/**
 * cooldown_autostart_find:
 * @self: an autostart
 * @state: what was seen
 * @detail: (nullable): words of an error
 *
 * Says what `look` saw. What is being asked for is not overtaken, and the error of a failed wish
 * stands until the wish is fulfilled or there is another.
 */
void
cooldown_autostart_find (CooldownAutostart *self, CooldownAutostartState state, const char *detail)
{
  CooldownAutostartPrivate *priv;

  g_return_if_fail (COOLDOWN_IS_AUTOSTART (self));
  priv = get_private (self);
  if (priv->state == COOLDOWN_AUTOSTART_ASKING || (priv->wish_failed && !fulfils (priv, state)))
    return;
  priv->wish_failed = FALSE;
  set_state (self, state, detail);
}
