/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the JSON Schema of the journal's JSON as it follows from the fields of entries. It is
 * committed as data/journal.schema.json, and a test fails when that is behind. */
#include "core/entry-json.h"
#include "report/export-json.h"

#define TIME_PATTERN \
  "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$"
#define ID_PATTERN "^[a-z0-9:-]{1,64}$"
#define DEVICE_PATTERN "^[a-z0-9-]{0,64}$"

static const char about[] =
  "\"uid\":{\"$ref\":\"#/$defs/id\"},"
  "\"edits\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":1000000000000},"
  "\"edited\":{\"$ref\":\"#/$defs/time\"},"
  "\"deleted\":{\"$ref\":\"#/$defs/time\"},"
  "\"written\":{\"$ref\":\"#/$defs/time\"}";

static const char events[] =
  ",\"events\":{\"type\":\"array\",\"maxItems\":2000,\"items\":{\"type\":\"object\","
  "\"additionalProperties\":false,\"required\":[\"name\",\"at\"],\"properties\":{"
  "\"name\":{\"$ref\":\"#/$defs/id\"},\"arg\":{\"type\":\"string\",\"maxLength\":65536},"
  "\"at\":{\"$ref\":\"#/$defs/time\"}}}}";

static void
append_choices (GString *text, const char *const *choices)
{
  g_string_append (text, "{\"enum\":[");
  for (guint i = 0; choices[i] != NULL; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? "," : "", choices[i]);
  g_string_append (text, "]}");
}

static void
append_field (GString *text, const CooldownFieldInfo *info, CooldownEntryKind kind)
{
  g_string_append_printf (text, ",\"%s\":", info->name);
  switch (info->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      g_string_append (text, "{\"$ref\":\"#/$defs/time\"}");
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
      g_string_append_printf (text,
                              "{\"type\":\"integer\",\"minimum\":%" G_GINT64_FORMAT
                              ",\"maximum\":%" G_GINT64_FORMAT "}",
                              info->min, info->max);
      break;
    case COOLDOWN_TYPE_FIELD_FLAG:
      /* A session that goes on is not exported. */
      g_string_append (text, kind == COOLDOWN_ENTRY_SESSION ? "{\"const\":false}"
                                                            : "{\"type\":\"boolean\"}");
      break;
    case COOLDOWN_TYPE_FIELD_CHOICE:
      append_choices (text, info->choices);
      break;
    case COOLDOWN_TYPE_FIELD_IDS:
      g_string_append (text, "{\"type\":\"array\",\"minItems\":1,\"uniqueItems\":true,"
                             "\"items\":{\"$ref\":\"#/$defs/id\"}}");
      break;
    case COOLDOWN_TYPE_FIELD_REFERENCE:
      g_string_append_printf (text,
                              "{\"$ref\":\"#/$defs/id\",\"description\":\"The uid of a %s\"}",
                              cooldown_entry_kind_get_name (info->refers_to));
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
    default:
      g_string_append_printf (text, "{\"type\":\"string\",\"maxLength\":%" G_GINT64_FORMAT "}",
                              info->max);
      break;
    }
}

/* Without a time of writing it is an entry that was emptied, and has no fields. */
static void
append_kind (GString *text, CooldownEntryKind kind)
{
  CooldownField first = cooldown_entry_kind_get_first_field (kind);
  guint n = cooldown_entry_kind_get_n_fields (kind);

  g_string_append_printf (text,
                          ",\"%s\":{\"type\":\"object\",\"additionalProperties\":false,"
                          "\"required\":[\"uid\",\"edits\"],\"properties\":{%s",
                          cooldown_entry_kind_get_name (kind), about);
  for (guint i = 0; i < n; i++)
    append_field (text, cooldown_field_get_info ((CooldownField) (first + i)), kind);
  if (kind == COOLDOWN_ENTRY_SESSION)
    g_string_append (text, events);
  g_string_append (text, "},\"if\":{\"required\":[\"written\"]},\"then\":{\"required\":[\"written\"");
  for (guint i = 0; i < n; i++)
    {
      const CooldownFieldInfo *info = cooldown_field_get_info ((CooldownField) (first + i));

      if (info->always && info->type != COOLDOWN_TYPE_FIELD_FLAG)
        g_string_append_printf (text, ",\"%s\"", info->name);
    }
  g_string_append (text, "]},\"else\":{\"required\":[\"deleted\"],\"propertyNames\":{\"enum\":["
                         "\"uid\",\"edits\",\"edited\",\"deleted\"]}}}");
}

static void
append_older (GString *text)
{
  g_string_append (text, ",\"older\":{\"oneOf\":[");
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    {
      const char *name = cooldown_entry_kind_get_name ((CooldownEntryKind) kind);

      g_string_append_printf (text,
                              "%s{\"type\":\"object\",\"additionalProperties\":false,"
                              "\"required\":[\"kind\",\"device\",\"entry\"],\"properties\":{"
                              "\"kind\":{\"const\":\"%s\"},\"device\":{\"$ref\":\"#/$defs/device\"},"
                              "\"entry\":{\"$ref\":\"#/$defs/%s\"}}}",
                              kind > 0 ? "," : "", name, name);
    }
  g_string_append (text, "]}");
}

static void
append_lists (GString *text)
{
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    {
      const char *name = cooldown_entry_kind_get_name ((CooldownEntryKind) kind);

      g_string_append_printf (text, ",\"%ss\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/%s\"}}",
                              name, name);
    }
  g_string_append (text, ",\"older\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/older\"}}");
}

static char *
get_schema (void)
{
  GString *text = g_string_new ("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                                "\"title\":\"Cooldown: the journal\",\"type\":\"object\","
                                "\"additionalProperties\":false,\"required\":[\"format\",\"version\","
                                "\"exported\",\"device\"");

  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    g_string_append_printf (text, ",\"%ss\"",
                            cooldown_entry_kind_get_name ((CooldownEntryKind) kind));
  g_string_append_printf (text,
                          ",\"older\"],\"properties\":{\"format\":{\"const\":\"%s\"},"
                          "\"version\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":%d},"
                          "\"exported\":{\"$ref\":\"#/$defs/time\"},"
                          "\"device\":{\"$ref\":\"#/$defs/device\"}",
                          COOLDOWN_EXPORT_FORMAT, COOLDOWN_EXPORT_VERSION);
  append_lists (text);
  g_string_append (text, "},\"$defs\":{\"time\":{\"type\":\"string\",\"pattern\":\"" TIME_PATTERN
                         "\"},\"id\":{\"type\":\"string\",\"pattern\":\"" ID_PATTERN
                         "\"},\"device\":{\"type\":\"string\",\"pattern\":\"" DEVICE_PATTERN "\"}");
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    append_kind (text, (CooldownEntryKind) kind);
  append_older (text);
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}

int
main (void)
{
  g_autofree char *schema = get_schema ();
  g_autoptr (JsonNode) node = json_from_string (schema, NULL);
  g_autofree char *pretty = json_to_string (node, TRUE);

  g_print ("%s\n", pretty);
  return 0;
}
