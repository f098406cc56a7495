/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "look.h"

G_BEGIN_DECLS

/* The layout of lexicon.dat, which src/lexicon/compile writes and DlLexicon maps.
 *
 * A header, then one section after the other, each aligned to 8 bytes.  Numbers are in
 * the byte order of the machine.  A “string” is an offset into the section of strings,
 * where each text stands once and ends in a NUL; so two strings are equal if their
 * offsets are.  Offset 0 is the empty text. */

#define DL_FORMAT_MAGIC 0x584c4c44u /* “DLLX” */
#define DL_FORMAT_VERSION 4u

#define DL_FORMAT_NONE G_MAXUINT32

typedef enum
{
  DL_SECTION_STRINGS,
  DL_SECTION_CLASSES,    /* guint32: strings, by class number */
  DL_SECTION_ENTITIES,   /* DlEntityRecord, sorted by the bytes of their id */
  DL_SECTION_MAIN_NAMES, /* guint32: strings; DL_N_LANGUAGES an entity, 0: none */
  DL_SECTION_NAMES,      /* DlNameRecord; those of one folded form stand together */
  DL_SECTION_TRIE,       /* DlTrieRecord: a double array over the bytes of folded forms */
  DL_SECTION_CAUTIONS,   /* DlCautionRecord */
  DL_SECTION_CUES,       /* DlCueRecord */
  DL_SECTION_MEMBERS,    /* DlMemberRecord, sorted by bloc */
  DL_SECTION_RULES,      /* DlRuleRecord, in the order of the tables */
  DL_SECTION_ATTRIBUTES, /* DlAttributeRecord */
  DL_SECTION_NODES,      /* DlNodeRecord: the programs of all patterns */
  DL_SECTION_VALUES,     /* guint32: strings; the lists of DL_NODE_CLASS */
  DL_N_SECTIONS
} DlSection;

typedef struct
{
  guint32 magic;
  guint32 version;
  struct
  {
    guint32 offset; /* bytes from the start of the file */
    guint32 size;   /* bytes */
  } sections[DL_N_SECTIONS];
} DlFormatHeader;

typedef struct
{
  guint32 id;                /* string */
  guint32 kind;              /* DlKind */
  guint32 role;              /* string */
  guint32 countries;         /* string: codes, each followed by a space but the last */
  guint32 wikidata;          /* string */
  guint32 zone;              /* string */
  float latitude, longitude; /* NAN: not known */
} DlEntityRecord;

typedef enum
{
  DL_NAME_LAST = 1 << 0, /* last of its folded form */
  DL_NAME_ABBR = 1 << 1,
  DL_NAME_EXACT = 1 << 2,   /* case as written */
  DL_NAME_CONTEXT = 1 << 3, /* never by itself */
  DL_NAME_METONYM = 1 << 4, /* may stand for the government of its country */
  DL_NAME_WORD = 1 << 5,    /* a word of the grammar: @value, no entity */
  DL_NAME_LITERAL = 1 << 6, /* a token that patterns name: @value is its number */
  DL_NAME_START = 1 << 7,   /* a word of Hangul, not within a longer one */
} DlNameFlags;

typedef struct
{
  guint32 form;      /* string, as the table writes it */
  guint32 entity;    /* index, or DL_FORMAT_NONE */
  guint32 value;     /* string; of a literal: its number, from 1 */
  guint32 caution;   /* index, or DL_FORMAT_NONE */
  guint16 languages; /* bit per DlLanguage */
  guint16 klass;     /* class number */
  guint16 flags;     /* DlNameFlags */
  guint16 capitals;  /* bit per token of the form that must begin with a capital */
} DlNameRecord;

/* State 0 is unused, 1 the root.  From state s over byte c to t = base[s] + c if
 * check[t] == s.  Over c = 0 stands a leaf: its base is the index of the first name. */
typedef struct
{
  gint32 base;
  gint32 check;
} DlTrieRecord;

typedef enum
{
  DL_CAUTION_EXACT,
  DL_CAUTION_MIDDLE,
  DL_CAUTION_CONTEXT,
  DL_CAUTION_LONGEST,
  DL_CAUTION_NEVER
} DlCautionRule;

typedef struct
{
  guint32 rule; /* DlCautionRule */
  guint32 first_cue;
  guint32 n_cues;
} DlCautionRecord;

typedef enum
{
  DL_CUE_BEFORE,
  DL_CUE_AFTER,
  DL_CUE_SENTENCE,
  DL_CUE_ARTICLE,
  DL_CUE_LIST,           /* stands in a list with another country */
  DL_CUE_FIRST,          /* stands first in its sentence */
  DL_CUE_CAPITAL_BEFORE, /* the word before has a capital and is no listed name */
  DL_CUE_CAPITAL_AFTER
} DlCueWhere;

typedef struct
{
  guint32 accept; /* 1: accepts, 0: rejects */
  guint32 where;  /* DlCueWhere */
  guint32 phrase; /* string, folded; empty for the last four */
} DlCueRecord;

typedef struct
{
  guint32 bloc;    /* index of the entity */
  guint32 country; /* string */
  guint16 from;    /* year; 0: not known */
  guint16 until;   /* last year; 0: still */
} DlMemberRecord;

typedef struct
{
  guint32 id;        /* string */
  guint32 stage;     /* string */
  guint32 kind;      /* DlKind, or DL_N_KINDS */
  guint32 languages; /* bit per DlLanguage */
  float certainty;
  guint32 entry; /* index of the first node */
  guint32 first_attribute;
  guint32 n_attributes;
} DlRuleRecord;

typedef struct
{
  guint32 name;  /* string */
  guint32 value; /* string */
} DlAttributeRecord;

typedef enum
{
  DL_NODE_ACCEPT,
  DL_NODE_LITERAL, /* a: number of the literal */
  DL_NODE_CLASS,   /* a: class; b: first of c values, none: any */
  DL_NODE_NUMBER,  /* a to b, both included; c: exact count of digits, 0: any */
  DL_NODE_CAPITALISED,
  DL_NODE_UPPER,
  DL_NODE_LOWER,
  DL_NODE_WORD,
  DL_NODE_ANY,
  DL_NODE_INITIAL,
  DL_NODE_HAN,      /* one Chinese character */
  DL_NODE_KATAKANA, /* one letter of katakana */
  DL_NODE_OPEN_QUOTE,
  DL_NODE_CLOSE_QUOTE,
  DL_NODE_SPLIT,         /* first @next, then a */
  DL_NODE_CAPTURE_BEGIN, /* a: string, the capture's name */
  DL_NODE_CAPTURE_END,
  DL_NODE_EXTENT_BEGIN,
  DL_NODE_EXTENT_END,
  DL_NODE_NOT, /* a: entry of what must not match here */
  DL_NODE_SENTENCE_START,
  DL_NODE_SENTENCE_END,
  DL_NODE_GLUE, /* no space before the next token */
  DL_N_NODES
} DlNodeOp;

typedef struct
{
  guint16 op; /* DlNodeOp */
  guint16 c;
  guint32 a;
  guint32 b;
  guint32 next; /* index of the node after */
  DlLook look;  /* what the token may be at which the pattern goes on from here */
} DlNodeRecord;

G_END_DECLS
