/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-sky.h"

#include <math.h>

#include "date.h"

/* New moons and the places of the sun, by which the calendars of East Asia go: good to some
 * seconds for the years from 1900 to 2100.  The moon: J. Meeus, “Astronomical Algorithms”,
 * ch. 49; the sun: P. Bretagnon and J.-L. Simon, “Planetary Programs and Tables from −4000
 * to +2800”, as in Reingold and Dershowitz, “Calendrical Calculations”, ch. 14.
 *
 * Days are numbered as by dl_date_day_from_civil(); time within is a fraction of a day. */

#define RADIANS (G_PI / 180)

/* Noon of 1 January 2000. */
#define EPOCH (dl_date_day_from_civil (2000, 1, 1) + 0.5)

/* The moon numbered 0 is the first new moon of 2000. */
#define FIRST_MOON 5.59766
#define MONTH 29.530588861

/* A tropical year. */
#define YEAR 365.2422

/* So many steps of Newton's method find the sun. */
#define MAX_STEPS 4

/* How far the turning Earth lags behind even time, in days: F. Espenak and J. Meeus, “Five
 * Millennium Canon of Solar Eclipses”, rounded. */
static double
get_lag (double day)
{
  static const int seconds[] = { -3, 21, 24, 33, 51, 64, 72, 85, 113, 155, 203 };
  const double at = CLAMP ((day - EPOCH) / YEAR / 20 + 5, 0, G_N_ELEMENTS (seconds) - 1.001);
  const int before = (int) at;

  return (seconds[before] + (at - before) * (seconds[before + 1] - seconds[before])) / 86400.0;
}

/* How far the true new moon is from the mean one, in days. */
static double
get_moon_shift (int moon)
{
  static const struct
  {
    int size; /* in hundred-thousandths of a day */
    int e;    /* the power of the eccentricity */
    int sun, moon, node;
  } terms[] = {
    { -40720, 0, 0, 1, 0 }, { 17241, 1, 1, 0, 0 }, { 1608, 0, 0, 2, 0 }, { 1039, 0, 0, 0, 2 },
    { 739, 1, -1, 1, 0 },   { -514, 1, 1, 1, 0 },  { 208, 2, 2, 0, 0 },  { -111, 0, 0, 1, -2 },
    { -57, 0, 0, 1, 2 },    { 56, 1, 1, 2, 0 },    { -42, 0, 0, 3, 0 },  { 42, 1, 1, 0, 2 },
    { 38, 1, 1, 0, -2 },    { -24, 1, -1, 2, 0 },  { -7, 0, 2, 1, 0 },   { 4, 0, 0, 2, -2 },
    { 4, 0, 3, 0, 0 },      { 3, 0, 1, 1, -2 },    { 3, 0, 0, 2, 2 },    { -3, 0, 1, 1, 2 },
    { 3, 0, -1, 1, 2 },     { -2, 0, -1, 1, -2 },  { -2, 0, 1, 3, 0 },   { 2, 0, 0, 4, 0 },
  };
  static const struct
  {
    double start, step; /* degrees, degrees a moon */
    int size;           /* in millionths of a day */
  } planets[] = {
    { 299.77, 0.107408, 325 },  { 251.88, 0.016321, 165 }, { 251.83, 26.651886, 164 },
    { 349.42, 36.412478, 126 }, { 84.66, 18.206239, 110 }, { 141.74, 53.303771, 62 },
    { 207.14, 2.453732, 60 },   { 154.84, 7.306860, 56 },  { 34.52, 27.261239, 47 },
    { 207.19, 0.121824, 42 },   { 291.34, 1.844379, 40 },  { 161.72, 24.198154, 37 },
    { 239.56, 25.513099, 35 },  { 331.55, 3.592518, 23 },
  };
  const double t = moon / 1236.85, e = 1 - 0.002516 * t;
  const double sun = 2.5534 + 29.10535670 * moon;
  const double own = 201.5643 + 385.81693528 * moon + 0.0107582 * t * t;
  const double node = 160.7108 + 390.67050284 * moon - 0.0016118 * t * t;
  double days = -0.00017 * sin ((124.7746 - 1.56375588 * moon) * RADIANS);

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    days += terms[i].size * 1e-5 * pow (e, terms[i].e) *
            sin ((terms[i].sun * sun + terms[i].moon * own + terms[i].node * node) * RADIANS);
  for (guint i = 0; i < G_N_ELEMENTS (planets); i++)
    days += planets[i].size * 1e-6 * sin ((planets[i].start + planets[i].step * moon) * RADIANS);

  return days;
}

/* The longitude of the sun: the sum of these waves, the largest first. */
static const struct
{
  int size;
  double start, step; /* degrees, degrees a century */
} SUN_TERMS[] = {
  { 403406, 270.54861, 0.9287892 },
  { 195207, 340.19128, 35999.1376958 },
  { 119433, 63.91854, 35999.4089666 },
  { 112392, 331.26220, 35998.7287385 },
  { 3891, 317.843, 71998.20261 },
  { 2819, 86.631, 71998.4403 },
  { 1721, 240.052, 36000.35726 },
  { 660, 310.26, 71997.4812 },
  { 350, 247.23, 32964.4678 },
  { 334, 260.87, -19.4410 },
  { 314, 297.82, 445267.1117 },
  { 268, 343.14, 45036.8840 },
  { 242, 166.79, 3.1008 },
  { 234, 81.53, 22518.4434 },
  { 158, 3.50, -19.9739 },
  { 132, 132.75, 65928.9345 },
  { 129, 182.95, 9038.0293 },
  { 114, 162.03, 3034.7684 },
  { 99, 29.8, 33718.148 },
  { 93, 266.4, 3034.448 },
  { 86, 249.2, -2280.773 },
  { 78, 157.6, 29929.992 },
  { 72, 257.8, 31556.493 },
  { 68, 185.1, 149.588 },
  { 64, 69.9, 9037.750 },
  { 46, 8.0, 107997.405 },
  { 38, 197.1, -4444.176 },
  { 37, 250.4, 151.771 },
  { 32, 65.3, 67555.316 },
  { 29, 162.7, 31556.080 },
  { 28, 341.5, -4561.540 },
  { 27, 291.6, 107996.706 },
  { 27, 98.5, 1221.655 },
  { 25, 146.7, 62894.167 },
  { 24, 110.0, 31437.369 },
  { 21, 5.2, 14578.298 },
  { 21, 342.6, -31931.757 },
  { 20, 230.9, 34777.243 },
  { 18, 256.1, 1221.999 },
  { 17, 45.3, 62894.511 },
  { 14, 242.9, -4442.039 },
  { 13, 115.2, 107997.909 },
  { 13, 151.8, 119.066 },
  { 13, 285.3, 16859.071 },
  { 12, 53.3, -4.578 },
  { 10, 126.6, 26895.292 },
  { 10, 205.7, -39.127 },
  { 10, 85.9, 12297.536 },
  { 10, 146.1, 90073.778 },
};

/* The longitude of the sun as it is seen, degrees from 0 to 360; @day: in even time */
static double
get_longitude (double day)
{
  const double t = (day - EPOCH) / 36525;
  double sum = 0, longitude;

  for (guint i = 0; i < G_N_ELEMENTS (SUN_TERMS); i++)
    sum += SUN_TERMS[i].size * sin ((SUN_TERMS[i].start + SUN_TERMS[i].step * t) * RADIANS);
  longitude = 282.7771834 + 36000.76953744 * t + 0.000005729577951308232 * sum;
  longitude += 0.0000974 * cos ((177.63 + 35999.01848 * t) * RADIANS) - 0.005575; /* aberration */
  longitude += -0.004778 * sin ((124.90 - 1934.134 * t) * RADIANS) -
               0.0003667 * sin ((201.11 + 72001.5377 * t) * RADIANS); /* nutation */

  return longitude - 360 * floor (longitude / 360);
}

/**
 * dl_date_sky_get_new_moon:
 * @moon: number of a month, the first that began in 2000 being 0
 * @zone: whose clocks tell the day, minutes east
 *
 * Returns: the day of the new moon
 */
gint64
dl_date_sky_get_new_moon (int moon, int zone)
{
  const double t = moon / 1236.85;
  const double day = dl_date_day_from_civil (2000, 1, 1) + FIRST_MOON + MONTH * moon +
                     0.00015437 * t * t + get_moon_shift (moon);

  return (gint64) floor (day - get_lag (day) + zone / 1440.0);
}

/* Returns: the number of the month in which @day lies, by clocks of @zone */
int
dl_date_sky_find_moon (gint64 day, int zone)
{
  int moon = (int) floor ((day - dl_date_day_from_civil (2000, 1, 1) - FIRST_MOON) / MONTH) + 1;

  while (dl_date_sky_get_new_moon (moon, zone) > day)
    moon--;

  return moon;
}

/**
 * dl_date_sky_find_sun:
 * @longitude: degrees from 0 to 359; 0: the equinox of March, 270: the solstice of December
 * @zone: whose clocks tell the day, minutes east
 *
 * Returns: the day of @year on which the sun reaches it
 */
gint64
dl_date_sky_find_sun (int year, int longitude, int zone)
{
  const int from_january = (longitude + 80) % 360;
  double day = dl_date_day_from_civil (year, 1, 1) + from_january * YEAR / 360;

  for (int i = 0; i < MAX_STEPS; i++)
    {
      const double off = longitude - get_longitude (day);

      day += (off - 360 * round (off / 360)) * YEAR / 360;
    }

  return (gint64) floor (day - get_lag (day) + zone / 1440.0);
}

/* Returns: which twelfth of its way, from 0 to 11, the sun is in when @day ends by clocks of
 *   @zone */
int
dl_date_sky_get_sign (gint64 day, int zone)
{
  const double end = day + 1 - zone / 1440.0;

  return (int) (get_longitude (end + get_lag (end)) / 30);
}
