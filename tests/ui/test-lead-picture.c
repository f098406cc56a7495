/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "article-text.h"
#include "article-view.h"
#include "display.h"
#include "lead-picture.h"
#include "picture-decoder.h"
#include "widgets.h"

/* A picture of one pixel. */
static const char GIF[] = "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==";
/* Where its size stands. */
#define GIF_SIZE 6

static GBytes *
make_gif (guchar size)
{
  gsize length;
  guchar *gif = g_base64_decode (GIF, &length);

  if (size != 0)
    memset (gif + GIF_SIZE, size, 4);

  return g_bytes_new_take (gif, length);
}

static GBytes *
make_png (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  gsize length;
  char *png;

  gdk_pixbuf_fill (pixbuf, 0x3584e4ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &png, &length, "png", &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (png, length);
}

static void
assert_decodes (GBytes *bytes, int width, int height)
{
  g_autoptr (GdkTexture) texture = dl_picture_decoder_decode (bytes, NULL);

  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
}

static void
test_decode (void)
{
  g_autoptr (GBytes) small = make_gif (0), wide = make_png (3200, 100);

  assert_decodes (small, 1, 1);
  assert_decodes (wide, DL_PICTURE_DECODER_MAX_SIDE, 50);
}

/* A few bytes that say they are four thousand million pixels, bytes that end too soon, and bytes
 * that are no picture: none is shown, and none is worked at. */
static void
test_hostile (void)
{
  g_autoptr (GBytes) vast = make_gif (0xff), whole = make_png (300, 300);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 60);
  g_autoptr (GBytes) noise = g_bytes_new_static ("\x89PNG\r\n\x1A\nnoise, and nothing else", 31);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_assert_null (dl_picture_decoder_decode (vast, NULL));
  g_assert_null (dl_picture_decoder_decode (cut, NULL));
  g_assert_null (dl_picture_decoder_decode (noise, NULL));
  g_assert_null (dl_picture_decoder_decode (nothing, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_null (dl_picture_decoder_decode (whole, cancelled));
}

typedef struct
{
  DlSession *session;
  GtkWidget *window;
  GtkTextView *text;
  DlLeadPicture *picture;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  GtkWidget *view = dl_article_view_new ();

  self->session = dl_session_new ();
  self->text = GTK_TEXT_VIEW (find_widget (view, DL_TYPE_ARTICLE_TEXT));
  self->picture = DL_LEAD_PICTURE (find_widget (view, DL_TYPE_LEAD_PICTURE));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), view);
  dl_article_view_set_session (DL_ARTICLE_VIEW (view), self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (gtk_widget_get_mapped (view) && gtk_widget_get_width (GTK_WIDGET (self->text)) > 100);
}

static void
tear_down (Case *self, gconstpointer data)
{
  gpointer session = self->session;

  g_object_add_weak_pointer (G_OBJECT (self->session), &session);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
  /* a thread may still be at a picture, which holds the view */
  wait_until (session == NULL);
}

static void
show (Case *self, GBytes *picture)
{
  static const char text[] = "Talks in Oslo\nThe ministers met.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (DlArticle) article =
    dl_article_new (bytes, NULL,
                    &(DlArticleFields){ .title = "Talks in Oslo",
                                        .picture = picture,
                                        .caption = picture != NULL ? "The table" : NULL,
                                        .picture_text = picture != NULL ? "Eight people" : NULL });

  dl_session_set_article (self->session, article);
}

static int
get_margin (Case *self)
{
  return gtk_text_view_get_top_margin (self->text);
}

static int
get_room (Case *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self->text)) -
         gtk_text_view_get_left_margin (self->text) - gtk_text_view_get_right_margin (self->text);
}

/* It is as wide as the text, has its caption and its words, and stands above the text. */
static void
test_shown (Case *self, gconstpointer data)
{
  g_autoptr (GBytes) png = make_png (1600, 800);
  const int margin = get_margin (self);
  GtkWidget *picture = find_widget (GTK_WIDGET (self->picture), GTK_TYPE_PICTURE);
  GtkWidget *caption = find_widget (GTK_WIDGET (self->picture), GTK_TYPE_LABEL);
  GdkRectangle first;
  graphene_rect_t bounds;
  GtkTextIter start;
  int room, bottom;

  show (self, png);
  wait_until (dl_lead_picture_is_shown (self->picture));
  wait_until (gtk_widget_get_width (picture) == get_room (self));
  wait_for_frame (self->window);
  room = get_room (self);
  g_assert_cmpint (gtk_widget_get_height (picture), ==, room / 2);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (caption)), ==, "The table");
  g_assert_cmpstr (gtk_picture_get_alternative_text (GTK_PICTURE (picture)), ==, "Eight people");
  g_assert_cmpint (get_margin (self), >, margin + room / 2);

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->text), &start);
  gtk_text_view_get_iter_location (self->text, &start, &first);
  gtk_text_view_buffer_to_window_coords (self->text, GTK_TEXT_WINDOW_WIDGET, first.x, first.y,
                                         &first.x, &first.y);
  g_assert_true (gtk_widget_compute_bounds (caption, GTK_WIDGET (self->text), &bounds));
  bottom = bounds.origin.y + bounds.size.height;
  g_assert_cmpint (bottom, <=, first.y);
  g_assert_cmpint (bottom, >, room / 2);

  /* the next article has none */
  show (self, NULL);
  g_assert_false (dl_lead_picture_is_shown (self->picture));
  g_assert_cmpint (get_margin (self), ==, margin);
}

/* It follows the width of the window. */
static void
test_narrow (Case *self, gconstpointer data)
{
  g_autoptr (GBytes) png = make_png (1600, 800);
  GtkWidget *picture = find_widget (GTK_WIDGET (self->picture), GTK_TYPE_PICTURE);

  show (self, png);
  wait_until (dl_lead_picture_is_shown (self->picture));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 500);
  wait_until (gtk_widget_get_width (GTK_WIDGET (self->text)) <= 360 &&
              gtk_widget_get_width (picture) == get_room (self));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 480, 500);
  wait_until (gtk_widget_get_width (GTK_WIDGET (self->text)) > 400 &&
              gtk_widget_get_width (picture) == get_room (self));
}

static float
get_top (Case *self)
{
  graphene_rect_t bounds;

  g_assert_true (
    gtk_widget_compute_bounds (GTK_WIDGET (self->picture), GTK_WIDGET (self->text), &bounds));
  return bounds.origin.y;
}

/* It goes up with the text, and comes back with it. */
static void
test_scrolled (Case *self, gconstpointer data)
{
  GtkAdjustment *sight;
  g_autoptr (GBytes) png = make_png (1600, 800);
  float top;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 150);
  show (self, png);
  wait_until (dl_lead_picture_is_shown (self->picture));
  sight = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->text));
  wait_until (gtk_adjustment_get_upper (sight) > gtk_adjustment_get_page_size (sight) + 40);
  wait_for_frame (self->window);
  top = get_top (self);
  gtk_adjustment_set_value (sight, 40);
  wait_until (get_top (self) == top - 40);
  gtk_adjustment_set_value (sight, 0);
  wait_until (get_top (self) == top);
}

/* A picture that cannot be decoded takes no room.  The good one comes first: newer gdk-pixbuf hands
 * pictures to another process, which may die of the vast one. */
static void
test_broken (Case *self, gconstpointer data)
{
  g_autoptr (GBytes) vast = make_gif (0xff), good = make_png (1, 1);
  const int margin = get_margin (self);

  show (self, good);
  wait_until (dl_lead_picture_is_shown (self->picture));
  show (self, vast);
  g_assert_false (dl_lead_picture_is_shown (self->picture));
  wait_until (!g_main_context_pending (NULL) || g_main_context_iteration (NULL, FALSE));
  g_assert_false (dl_lead_picture_is_shown (self->picture));
  g_assert_cmpint (get_margin (self), ==, margin);
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  g_test_add_func ("/ui/lead-picture/decode", test_decode);
  g_test_add_func ("/ui/lead-picture/hostile", test_hostile);
  ADD ("/ui/lead-picture/shown", test_shown);
  ADD ("/ui/lead-picture/narrow", test_narrow);
  ADD ("/ui/lead-picture/scrolled", test_scrolled);
  ADD ("/ui/lead-picture/broken", test_broken);

  return g_test_run ();
}
