-- What analysts write in cells of their own, in each format: boxes, tabs, columns, code, formulas.

local CALLOUTS = {
  note = "Catatan", tip = "Kiat", warning = "Peringatan", caution = "Awas", important = "Penting",
}
local FORMATS = {
  html = html, ["html:js"] = html, revealjs = slides, slides = slides, slide = slides,
  pdf = paper, typst = paper, latex = paper,
}

-- Quarto wraps what a cell shows. What has a name, a caption or columns keeps its wrap.
local function unwrap(div)
  local cell = false
  for _, class in ipairs(div.classes) do
    cell = cell or class == "cell" or class:match("^cell%-output") ~= nil
  end
  if not cell then return nil end
  local attributes, kept = {}, div.identifier:match("^fig%-") or div.identifier:match("^tbl%-")
  for _, name in ipairs({ "tbl-cap", "fig-cap", "layout-ncol", "layout-nrow", "layout" }) do
    if div.attributes[name] then
      table.insert(attributes, { name, div.attributes[name] })
      kept = true
    end
  end
  if not kept then return div.content end
  return pandoc.Div(div.content, pandoc.Attr(div.identifier, {}, attributes))
end

local function is_shown(element)
  local shown, hidden = element.classes:includes("content-visible"), element.classes:includes("content-hidden")
  if not shown and not hidden then return nil end
  local here, elsewhere = element.attributes["when-format"], element.attributes["unless-format"]
  local match = not (here and not FORMATS[here]) and not (elsewhere and FORMATS[elsewhere])
  return match == shown
end

local function show_where(element)
  local shown = is_shown(element)
  if shown == nil then return nil end
  return shown and element.content or {}
end

-- What lives on the page has a still picture for the other formats.
local function choose_life(div)
  if div.classes:includes("hidup") and not page then return {} end
  if div.classes:includes("diam") then return page and {} or div.content end
end

-- Levels without a gap, from 2 on, for contents and for those who listen. The headings of tabs are
-- one level below that of their place.
local function level_headings(doc)
  local level = 1
  local function set(header, wanted)
    header.level = math.min(wanted, level + 1)
    level = header.level
  end
  local number
  local function number_tabs(blocks)
    local above, typed = level, nil
    for _, block in ipairs(blocks) do
      if block.t == "Header" then
        typed = typed or block.level
        level = math.max(level, above)
        set(block, math.max(above + 1, 3) + math.max(block.level - typed, 0))
      else
        number({ block }, math.max(above + 2, 4))
      end
    end
    level = above
  end
  number = function(blocks, least)
    for index, block in ipairs(blocks) do
      if block.t == "Header" then
        set(block, math.max(block.level, least))
      elseif block.t == "Div" and block.classes:includes("panel-tabset") then
        number_tabs(block.content)
      elseif block.t == "Div" and is_shown(block) ~= nil then
        number(block.content, least)
      elseif block.t == "Div" then
        local inner = pandoc.Blocks(block.content)
        -- The first heading of a box is its title, and none of the document's.
        if block.classes:find_if(function(class) return class:match("^callout%-") end) and inner[1] and inner[1].t == "Header" then
          inner:remove(1)
        end
        number(inner, math.max(least, 3))
      end
    end
  end
  number(doc.blocks, 2)
  return doc
end

-- The title of a box: its own, that of its first heading, or that of its kind.
local function callout_title(div, kind)
  local first = div.content[1]
  if div.attributes.title then return read_inlines(div.attributes.title) end
  if first and first.t == "Header" then
    div.content:remove(1)
    return first.content
  end
  return pandoc.Inlines({ pandoc.Str(CALLOUTS[kind]) })
end

local function callout(div)
  for _, class in ipairs(div.classes) do
    local kind = class:match("^callout%-(%l+)$")
    if kind and CALLOUTS[kind] then
      local title = callout_title(div, kind)
      if paper then
        local heading = pandoc.Inlines({ pandoc.RawInline("typst", "#kotak(\"" .. kind .. "\", [") })
        heading:extend(title)
        heading:insert(pandoc.RawInline("typst", "])["))
        local result = pandoc.Blocks({ pandoc.Plain(heading) })
        result:extend(div.content)
        result:insert(typst("]"))
        return result
      end
      local result = pandoc.Blocks({})
      local folds = page and div.attributes.collapse
      if folds then
        result:extend({ raw(folds == "true" and "<details>" or "<details open>"), raw("<summary class=\"kotak-judul\">"), pandoc.Plain(title), raw("</summary>") })
      else
        result:insert(pandoc.Div({ pandoc.Plain(title) }, { class = "kotak-judul" }))
      end
      result:extend(div.content)
      if folds then result:insert(raw("</details>")) end
      return pandoc.Div(result, pandoc.Attr("", { "kotak", "kotak-" .. kind }, { { "role", "note" } }))
    end
  end
end

-- Tabs are made of headings and what follows them; the page's script makes them work.
local function tabset(div)
  if not div.classes:includes("panel-tabset") then return nil end
  if not page then return div.content end
  local result, panel, level = pandoc.Blocks({}), nil, nil
  for _, block in ipairs(div.content) do
    if block.t == "Header" and (level == nil or block.level <= level) then
      level = block.level
      panel = pandoc.Div({}, { class = "lembar" })
      result:insert(panel)
      panel = result[#result]
    end
    if panel then panel.content:insert(block) else result:insert(block) end
  end
  return pandoc.Div(result, { class = "lembaran" })
end

local function columns(div)
  if not div.classes:includes("columns") then return nil end
  if not paper then return nil end
  local widths, cells = {}, pandoc.Blocks({})
  for _, column in ipairs(div.content) do
    if column.t == "Div" then
      local width = (column.attributes.width or ""):match("^(%d+)%%$")
      table.insert(widths, (width or "1") .. "fr")
      cells:extend(enclosed("[", column.content, "],"))
    end
  end
  return enclosed("#kolom((" .. table.concat(widths, ", ") .. ",),", cells, ")")
end

local function pagebreak(div)
  if not div.classes:includes("halaman-baru") then return nil end
  if paper then return typst("#pagebreak(weak: true)") end
  if docx then return pandoc.RawBlock("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>') end
  return page and raw('<div class="halaman-baru"></div>') or {}
end

local SHOWN_CODE = { ["shortcodes"] = true, ["code-fold"] = true, ["code-summary"] = true }

local function code(block)
  local language
  for _, class in ipairs(block.classes) do
    if not class:match("^cell%-") and class ~= "hidden" then language = language or class end
  end
  if language then language = language:gsub("^{+", ""):gsub("}+$", "") end
  if paper then
    local lang = language and ", lang: " .. quoted(language) or ""
    return typst("#raw(block: true" .. lang .. ", " .. quoted(block.text) .. ")")
  end
  local shown = pandoc.CodeBlock(block.text, pandoc.Attr("", language and { language } or {}, { { "tabindex", "0" } }))
  local fold = page and block.attributes["code-fold"]
  if not fold or fold == "false" then return shown end
  local title = block.attributes["code-summary"] or "Kode"
  return {
    raw('<details class="kode"' .. (fold == "show" and " open" or "") .. "><summary>"),
    pandoc.Plain(read_inlines(title)), raw("</summary>"), shown, raw("</details>"),
  }
end

-- PDF/UA wants words for each formula. What pandoc can't write as Typst's it leaves as TeX.
local function formula(math, number, id)
  local written = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ math }) }), "typst"):gsub("%s+$", "")
  if written:sub(1, 1) ~= "$" then return pandoc.Code(math.text) end
  local said = "Rumus " .. math.text:gsub("%s+", " ")
  local numbering, name = "", ""
  if number then numbering, name = ", numbering: _ => " .. quoted(number), " <" .. id .. ">" end
  return pandoc.RawInline("typst", "#[#set math.equation(alt: " .. quoted(said) .. numbering .. "); " .. written .. name .. "]")
end

local function numbered_formula(math, name)
  count_one("Persamaan", name)
  local number, id = "(" .. counts["Persamaan"] .. ")", new_id(name)
  ids[id] = true
  local set = paper and formula(math, number, id) or math
  -- What the paper prints as it is typed has no number from Typst.
  if set.t == "RawInline" then return set end
  return pandoc.Span({ set, pandoc.Span({ pandoc.Str(number) }, { class = "rumus-nomor" }) }, { id = id, class = "rumus" })
end

-- A formula with a name after it, $$…$$ {#eq-…}, is numbered.
local function number_formulas(inlines)
  local result, index = pandoc.Inlines({}), 1
  while inlines[index] do
    local one, after = inlines[index], index + 1
    if one.t == "Math" and one.mathtype == "DisplayMath" then
      while inlines[after] and (inlines[after].t == "Space" or inlines[after].t == "SoftBreak") do after = after + 1 end
      local typed = inlines[after] and inlines[after].t == "Str" and inlines[after].text or ""
      local name, rest = typed:match("^{#(eq%-[%w_.:%-]+)}(.*)$")
      if name then
        result:insert(numbered_formula(one, name))
        if rest ~= "" then result:insert(pandoc.Str(rest)) end
        index = after
      else
        result:insert(one)
      end
    else
      result:insert(one)
    end
    index = index + 1
  end
  return result
end

-- Left to itself, Quarto highlights it by names that the paper's template has not.
local function inline_code(element)
  return pandoc.RawInline("typst", "#raw(" .. quoted(element.text) .. ");")
end

-- Of HTML the paper keeps what it says.
local function plain_html(block)
  if block.format == "html" then return pandoc.read(block.text, "html").blocks end
end

local LOADING = { "script", "img", "iframe", "link", "source", "video", "audio", "embed", "object", "input", "track" }
local ADDRESSES = { "src", "href", "data", "poster", "srcset" }

-- Whether a browser would fetch something from elsewhere.
local function asks_network(text)
  local lower = text:lower()
  for _, tag in ipairs(LOADING) do
    for inner in lower:gmatch("<" .. tag .. "([%s/][^>]*)") do
      for _, name in ipairs(ADDRESSES) do
        local address = inner:match("[%s/]" .. name .. "%s*=%s*[\"']?%s*([^%s\"']+)") or ""
        if address:match("^https?:") or address:match("^//") then return true end
      end
    end
  end
  return lower:match("url%(%s*[\"']?https?:") ~= nil or lower:match("@import%s+[\"']?https?:") ~= nil
end

-- HTML that a network would have to complete is shown as it is written.
local function show_source(element)
  if element.format ~= "html" or not asks_network(element.text) then return nil end
  return element.t == "RawInline" and pandoc.Code(element.text) or pandoc.CodeBlock(element.text)
end

-- What looks like a shortcode stands behind this mark until Quarto's own filters have run.
local MARK = "\u{f07b}\u{f07b}\u{f03c}"

-- A letter and the marks that follow it, of which each stands in the list as it occurs.
local LONGEST = 0
for cluster in pairs(REPLACED) do LONGEST = math.max(LONGEST, utf8.len(cluster)) end

-- What no font of the PDF has would stop it: its name stands for it.
local function printed(text)
  text = text:gsub("[\0-\8\11\12\14-\31\127]", ""):gsub("\xc2[\x80-\x9f]", "")
  if LONGEST == 0 then return text end
  local starts, result, index = {}, {}, 1
  for place in utf8.codes(text) do table.insert(starts, place) end
  table.insert(starts, #text + 1)
  while index < #starts do
    local count, cluster = math.min(LONGEST, #starts - index), nil
    repeat
      cluster = text:sub(starts[index], starts[index + count] - 1)
      count = count - 1
    until REPLACED[cluster] or count == 0
    table.insert(result, REPLACED[cluster] or cluster)
    index = index + count + 1
  end
  return table.concat(result)
end

local function printable(element)
  local text, result, from = element.text, {}, 1
  if LONGEST == 0 and not text:find("[%c\x80-\xff]") then return nil end
  local first, last = text:find(MARK, 1, true)
  while quarto and first do
    table.insert(result, printed(text:sub(from, first - 1)) .. MARK)
    from = last + 1
    first, last = text:find(MARK, from, true)
  end
  element.text = table.concat(result) .. printed(text:sub(from))
  return element
end

local function rule() return slides and raw("<hr>") or nil end

-- On slides notes stand at the end of their section, with one numbering for all.
local function gather_notes(doc)
  local result, waiting, count = pandoc.Blocks({}), pandoc.Blocks({}), 0
  local function flush()
    if #waiting > 0 then result:insert(pandoc.Div(waiting, { class = "kaki-bagian" })) end
    waiting = pandoc.Blocks({})
  end
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level <= 2 then flush() end
    result:insert(pandoc.Div({ block }):walk({
      Note = function(note)
        count = count + 1
        local mark = pandoc.Superscript({ pandoc.Str(tostring(count)) })
        local text = pandoc.Inlines({ mark, pandoc.Space() })
        text:extend(pandoc.utils.blocks_to_inlines(note.content))
        waiting:insert(pandoc.Para(text))
        return mark
      end,
    }).content[1])
  end
  flush()
  doc.blocks = result
  return doc
end
