/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "about.h"

#include <glib/gi18n.h>

/* Says what the program is and whose data it carries.  data/lexicon and data/map name
 * every source in full. */

/**
 * dl_about_show:
 * @parent: (nullable): over which window
 */
void
dl_about_show (GtkWindow *parent)
{
  gtk_show_about_dialog (parent, "program-name", _ ("Dateline"), "version", APP_VERSION,
                         "logo-icon-name", APP_ID, "comments",
                         _ ("Who, where and when in a news article, at a glance.\n\n"
                            "Map shapes: Natural Earth, public domain.\n"
                            "Names of countries: Unicode CLDR, Unicode licence.\n"
                            "Names of places: GeoNames, CC BY 4.0.\n"
                            "The text of an article belongs to its publisher."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your own names here. */
                         "translator-credits", _ ("translator-credits"), NULL);
}
