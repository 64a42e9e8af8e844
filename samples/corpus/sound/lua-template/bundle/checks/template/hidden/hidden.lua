local tests, failed = {}, 0

local function quoted(text) return "'" .. text:gsub("'", [['\'']]) .. "'" end
local function json(text)
  return '"' .. text:gsub('[%c"\\]', function(sign) return ("\\u%04x"):format(sign:byte()) end) .. '"'
end

-- What fill.lua prints, and behind it the exit status.
local function same(id, title, wanted, ...)
  local words = { "as-learner lua5.4 fill.lua" }
  for _, word in ipairs({ ... }) do words[#words + 1] = quoted(word) end
  local run = io.popen(table.concat(words, " ") .. " 2>/dev/null; echo exit $?")
  local got = run:read("a")
  run:close()
  local is_same = got == wanted .. "\n"
  local message = is_same and "" or "expected " .. wanted .. ", got " .. got
  failed = failed + (is_same and 0 or 1)
  tests[#tests + 1] = ('{"id":%s,"title":%s,"status":%s,"message":%s,"diagnostics":[]}'):format(
    json(id), json(title), json(is_same and "passed" or "failed"), json(message))
end

local function text(result) return result .. "\nexit 0" end
local function trouble(result) return result .. "\nexit 1" end

same("fills_every_place", "every place is filled", text("a b a"), "{{x}} {{y}} {{x}}", "x=a", "y=b")
same("leaves_other_braces", "other braces stay", text("{x} } {{ {a}"), "{x} } {{ {{{x}}}", "x=a")
same("no_names", "a text without names stays", text("100 % {}"), "100 % {}")
same("escapes_all_signs", "all four signs are escaped", text("&lt;a b=&quot;c&quot;&gt;&amp;&lt;/a&gt; '"), "{{x}} '", 'x=<a b="c">&</a>')
same("escapes_once", "what is escaped is not escaped again", text("&amp;lt;"), "{{x}}", "x=&lt;")
same("raw_value", "an exclamation mark leaves the value alone", text('<b> & "'), "{{!x}}", 'x=<b> & "')
same("odd_values", "a value may look like a pattern or a name", text("%1 {{y}} %"), "{{x}}", "x=%1 {{y}} %", "y=z")
same("value_before_default", "a value comes before the default", text("a"), "{{x|b}}", "x=a")
same("default_is_escaped", "the default is treated like a value", text("&lt; <"), "{{x|<}} {{!x|<}}")
same("empty_default", "a default may be empty, or have bars", text("- -a|b"), "-{{x|}} -{{x|a|b}}")
same("empty_is_not_missing", "an empty value is a value", text("--"), "-{{x|b}}-", "x=")
same("missing_is_named", "a missing value is named", trouble("missing: y"), "{{x}} {{y}}", "x=a")
same("missing_raw_is_named", "so is a missing raw value", trouble("missing: y"), "{{!y}}")
same("odd_names_are_missing", "what is no name is missing", trouble("missing: x y|z"), "{{x y|z}}", "x=a")
local report = io.open(os.getenv("COURSEGEN_REPORT"), "w")
report:write('{"tests":[', table.concat(tests, ","), "]}")
report:close()
os.exit(failed == 0)
