/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Usage: first-frame INK PROGRAM [ARGUMENT…]
 *
 * Starts PROGRAM and watches the X server from outside: prints the milliseconds from exec to the
 * first frame that covers more than half of a window, to the first look at which the middle of
 * that window holds INK dark pixels (text; 0 asks for none), and the program's peak resident
 * memory in KiB.  Then ends PROGRAM.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Narrower windows are menus and helpers. */
#define LEAST_WIDTH_PX 200
#define PATIENCE_MS 15000.0

typedef struct
{
  Display *display;
  int damage_event; /* the first event code of the extension */
  int ink_wanted;   /* dark pixels */
  double start_ms;
  double frame_ms; /* 0: not yet */
  double ink_ms;   /* 0: not yet */
} Watch;

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* A window may be gone by the time it is asked about. */
static int
ignore_error_cb (Display *display, XErrorEvent *error)
{
  return 0;
}

/* Counts the dark pixels between 35 % and 60 % of the width, where the app shows its text. */
static int
count_ink (Display *display, Window window, int width, int height)
{
  XImage *image = XGetImage (display, window, width * 35 / 100, height / 8, width / 4,
                             height * 3 / 4, AllPlanes, ZPixmap);
  int ink = 0;

  if (image == NULL)
    return 0;
  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width; x++)
      {
        unsigned long pixel = XGetPixel (image, x, y);

        if ((pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255) < 330)
          ink++;
      }
  XDestroyImage (image);
  return ink;
}

static void
note_damage (Watch *watch, const XDamageNotifyEvent *damage)
{
  double now = now_ms ();
  double window_area = (double) damage->geometry.width * damage->geometry.height;

  if (damage->geometry.width < LEAST_WIDTH_PX)
    return;
  if (watch->frame_ms == 0 && (double) damage->area.width * damage->area.height > window_area / 2)
    watch->frame_ms = now - watch->start_ms;
  if (watch->frame_ms == 0 || watch->ink_ms != 0)
    return;
  /* The time is the one at which the frame was reported, not after it was looked at. */
  if (watch->ink_wanted == 0 || count_ink (watch->display, damage->drawable, damage->geometry.width,
                                           damage->geometry.height) >= watch->ink_wanted)
    watch->ink_ms = now - watch->start_ms;
}

static void
handle_event (Watch *watch, const XEvent *event)
{
  if (event->type == CreateNotify)
    XDamageCreate (watch->display, event->xcreatewindow.window, XDamageReportRawRectangles);
  else if (event->type == watch->damage_event + XDamageNotify)
    note_damage (watch, (const XDamageNotifyEvent *) event);
}

static void
watch_until_seen (Watch *watch)
{
  while (watch->ink_ms == 0 && now_ms () - watch->start_ms < PATIENCE_MS)
    {
      struct pollfd server = { ConnectionNumber (watch->display), POLLIN, 0 };

      if (XPending (watch->display) == 0)
        poll (&server, 1, 50);
      while (XPending (watch->display) > 0)
        {
          XEvent event;

          XNextEvent (watch->display, &event);
          handle_event (watch, &event);
        }
    }
}

int
main (int argc, char *argv[])
{
  Watch watch = { .display = XOpenDisplay (NULL) };
  struct rusage usage = { 0 };
  int damage_error;
  pid_t child;

  if (argc < 3 || watch.display == NULL ||
      !XDamageQueryExtension (watch.display, &watch.damage_event, &damage_error))
    {
      fprintf (stderr, "usage: first-frame INK PROGRAM [ARGUMENT…], on a display with DAMAGE\n");
      return 2;
    }
  watch.ink_wanted = atoi (argv[1]);
  XSetErrorHandler (ignore_error_cb);
  XSelectInput (watch.display, DefaultRootWindow (watch.display), SubstructureNotifyMask);
  XSync (watch.display, False);

  watch.start_ms = now_ms ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[2], argv + 2);
      _exit (127);
    }
  watch_until_seen (&watch);
  kill (child, SIGKILL);
  wait4 (child, NULL, 0, &usage);
  XCloseDisplay (watch.display);
  if (watch.ink_ms == 0)
    {
      fprintf (stderr, "first-frame: nothing was seen of %s\n", argv[2]);
      return 1;
    }
  printf ("%.1f %.1f %ld\n", watch.frame_ms, watch.ink_ms, usage.ru_maxrss);
  return 0;
}
