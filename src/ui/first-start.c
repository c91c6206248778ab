/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "first-start.h"

struct _CooldownFirstStart
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CooldownFirstStart, cooldown_first_start, ADW_TYPE_BIN)

static void
cooldown_first_start_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_FIRST_START);
  G_OBJECT_CLASS (cooldown_first_start_parent_class)->dispose (object);
}

static void
cooldown_first_start_class_init (CooldownFirstStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_first_start_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/cooldown/ui/first-start.ui");
}

static void
cooldown_first_start_init (CooldownFirstStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
