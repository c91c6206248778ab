/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "disk-log.h"

G_BEGIN_DECLS

/* A disk, as what is in a log leaves it behind when the power fails. */

typedef struct _DiskImage DiskImage;

DiskImage *disk_image_new (DiskLog *log);
void disk_image_free (DiskImage *image);
void disk_image_advance (DiskImage *image, guint position);
void disk_image_cut (DiskImage *image, GRand *chance, const char *folder);
void disk_image_write_all (DiskImage *image, const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiskImage, disk_image_free)

G_END_DECLS
