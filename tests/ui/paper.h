/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/notebook.h"

G_BEGIN_DECLS

CooldownNotebook *paper_new (CooldownClock *clock);
void paper_remove (const char *folder);

G_END_DECLS
