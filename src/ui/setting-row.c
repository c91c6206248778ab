/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "setting-row.h"

struct _CooldownSettingRow
{
  AdwActionRow parent_instance;
  CooldownAppState *state;
  char *setting;
  gboolean usually;
  gboolean counts_from_bedtime;

  AdwBin *beside;
  GtkSwitch *toggle;
};

G_DEFINE_FINAL_TYPE (CooldownSettingRow, cooldown_setting_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_SETTING = 1,
  PROP_USUALLY,
  PROP_COUNTS_FROM_BEDTIME,
  PROP_BESIDE,
  PROP_ACTIVE,
} CooldownSettingRowProperty;

static GParamSpec *properties[PROP_ACTIVE + 1];

static gboolean
is_on (CooldownSettingRow *self)
{
  g_autoptr (GVariant) value = cooldown_app_state_lookup_setting (self->state, self->setting,
                                                                  G_VARIANT_TYPE_BOOLEAN);
  CooldownBedtimes bedtimes;

  /* A reminder counted from a bedtime that nobody has said does not come. */
  if (self->counts_from_bedtime && !cooldown_app_state_get_bedtimes (self->state, &bedtimes))
    return FALSE;
  return value != NULL ? g_variant_get_boolean (value) : self->usually;
}

static void
update (CooldownSettingRow *self)
{
  gtk_switch_set_active (self->toggle, is_on (self));
}

static void
ensure_bedtime (CooldownSettingRow *self)
{
  CooldownBedtimes bedtimes;

  if (!cooldown_app_state_get_bedtimes (self->state, &bedtimes))
    cooldown_app_state_set_setting (self->state, "bedtime", g_variant_new_int32 (bedtimes.usual));
}

static void
on_active_changed (CooldownSettingRow *self)
{
  gboolean active = gtk_switch_get_active (self->toggle);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  /* Only the user moves it away from what is set. */
  if (self->state == NULL || active == is_on (self))
    return;
  if (active && self->counts_from_bedtime)
    ensure_bedtime (self);
  cooldown_app_state_set_setting (self->state, self->setting, g_variant_new_boolean (active));
}

static void
cooldown_setting_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownSettingRow *self = COOLDOWN_SETTING_ROW (object);

  switch ((CooldownSettingRowProperty) id)
    {
    case PROP_SETTING:
      g_value_set_string (value, self->setting);
      break;
    case PROP_USUALLY:
      g_value_set_boolean (value, self->usually);
      break;
    case PROP_COUNTS_FROM_BEDTIME:
      g_value_set_boolean (value, self->counts_from_bedtime);
      break;
    case PROP_BESIDE:
      g_value_set_object (value, adw_bin_get_child (self->beside));
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, gtk_switch_get_active (self->toggle));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_setting_row_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  CooldownSettingRow *self = COOLDOWN_SETTING_ROW (object);

  switch ((CooldownSettingRowProperty) id)
    {
    case PROP_SETTING:
      g_free (self->setting);
      self->setting = g_value_dup_string (value);
      break;
    case PROP_USUALLY:
      self->usually = g_value_get_boolean (value);
      break;
    case PROP_COUNTS_FROM_BEDTIME:
      self->counts_from_bedtime = g_value_get_boolean (value);
      break;
    case PROP_BESIDE:
      adw_bin_set_child (self->beside, g_value_get_object (value));
      gtk_widget_set_visible (GTK_WIDGET (self->beside), g_value_get_object (value) != NULL);
      break;
    case PROP_ACTIVE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_setting_row_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_SETTING_ROW (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_SETTING_ROW);
  G_OBJECT_CLASS (cooldown_setting_row_parent_class)->dispose (object);
}

static void
cooldown_setting_row_finalize (GObject *object)
{
  g_free (COOLDOWN_SETTING_ROW (object)->setting);
  G_OBJECT_CLASS (cooldown_setting_row_parent_class)->finalize (object);
}

static void
cooldown_setting_row_class_init (CooldownSettingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cooldown_setting_row_get_property;
  object_class->set_property = cooldown_setting_row_set_property;
  object_class->dispose = cooldown_setting_row_dispose;
  object_class->finalize = cooldown_setting_row_finalize;

  properties[PROP_SETTING] = g_param_spec_string ("setting", NULL, NULL, NULL, flags);
  properties[PROP_USUALLY] = g_param_spec_boolean ("usually", NULL, NULL, FALSE, flags);
  properties[PROP_COUNTS_FROM_BEDTIME] = g_param_spec_boolean ("counts-from-bedtime", NULL, NULL,
                                                               FALSE, flags);
  properties[PROP_BESIDE] = g_param_spec_object ("beside", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/setting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownSettingRow, beside);
  gtk_widget_class_bind_template_child (widget_class, CooldownSettingRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_active_changed);
}

static void
cooldown_setting_row_init (CooldownSettingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_setting_row_set_state:
 * @self: a row with a setting and without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_setting_row_set_state (CooldownSettingRow *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_SETTING_ROW (self));
  g_return_if_fail (self->state == NULL && self->setting != NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
