/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Read by the compiler once for all files of the window: reading it takes it longer than all that
 * such a file says. Each file still includes what it uses, and builds without this (b_pch=false).
 */
#include <adwaita.h>
