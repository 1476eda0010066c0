-- Figures and tables for all formats and both engines: numbers, captions, alt texts, real tables.
-- It runs before Quarto's own filters and gives ids that Quarto does not number again.

-- A browser sets the headline of a caption apart from the rest: number and headline are bold.
local function parted(caption)
  if not html then return caption end
  -- What has no headline of its own, after its number, is one.
  if not caption[3] or caption[3].t ~= "Strong" then return pandoc.Inlines({ pandoc.Span(caption, { class = "tajuk" }) }) end
  local headline, rest = pandoc.Inlines({}), pandoc.Inlines({})
  for _, item in ipairs(caption) do
    local before = #rest == 0 and (item.t == "Strong" or item.t == "Space")
    if before then headline:insert(item) else rest:insert(item) end
  end
  return pandoc.Inlines({
    pandoc.Span(headline, { class = "tajuk" }), pandoc.Space(), pandoc.Span(rest, { class = "ket" }),
  })
end

-- The link to the data says of what it is, as there are many on a page.
local function named_download(box, kind)
  local name = kind .. " " .. counts[kind]
  return box:walk({
    Link = function(link)
      link.content:extend({ pandoc.Space(), pandoc.Str(name), pandoc.Space(), pandoc.Str("(CSV)") })
      return link
    end,
  })
end

-- What a browser gets besides a chart: the picture for half the width, which the large one's alt text
-- stands for as well; a page also gets the data. Quarto keeps one picture of a figure, so the figure
-- is written here.
local function html_figure(image, narrow, alt, extras, caption, id)
  local class = image.classes:includes("lebar") and ' class="lebar"' or ""
  local named = id ~= "" and ' id="' .. id .. '"' or ""
  image.classes = narrow and { "luas" } or {}
  image.identifier = ""
  local picture = pandoc.Blocks({ raw("<figure" .. named .. class .. ">"), pandoc.Plain({ image }) })
  if narrow then
    narrow.attributes["alt"] = alt
    picture:insert(pandoc.Plain({ narrow }))
  end
  if extras and page then picture:insert(named_download(extras, "Gambar")) end
  if empty(caption) then
    picture:insert(raw("</figure>"))
  else
    picture:extend({ raw("<figcaption>"), pandoc.Plain(parted(caption)), raw("</figcaption></figure>") })
  end
  return picture
end

local unnamed = 0

local function convert_figure(figure)
  local image = image_of(figure)
  local caption = pandoc.utils.blocks_to_inlines(figure.caption.long)
  local id = new_id(figure.identifier)
  local part = figure.classes:includes("bagian")
  if not part and (not empty(caption) or figure.identifier:match("^fig%-")) then
    caption = numbered("Gambar", caption, figure.identifier)
  end
  if not image then
    local text = pandoc.Blocks(figure.content)
    if not empty(caption) then text:insert(pandoc.Para(caption)) end
    return text, false
  end
  local alt = image.attributes["alt"]
  local narrow
  local extras = figure.content[2] and figure.content[2]:walk({
    Para = function(para)
      if para.content[1].t ~= "Image" then return nil end
      narrow = para.content[1]
      return {}
    end,
  })
  if html then
    local shown = html_figure(image, narrow, alt, extras, caption, id)
    return slides and piece(shown, figure.identifier) or shown, false
  end
  -- A wide chart has no place beside another.
  if narrow and not image.classes:includes("lebar") then image.attributes["sempit"] = narrow.src end
  if id == "" then
    unnamed = unnamed + 1
    id = "gambar-tanpa-nama-" .. unnamed
  end
  return pandoc.Figure({ pandoc.Plain({ image }) }, { long = { pandoc.Plain(caption) } }, { id = id }), false
end

-- A picture that stands alone is a figure, too, with a number if it has a name.
local function lone_picture(para)
  local image = para.content[1]
  local lone = #para.content == 1 and image.t == "Image"
  if not lone or image.classes:includes("sempit") or image.classes:includes("garis-kecil") then return nil end
  return pandoc.Figure({ pandoc.Plain({ image }) }, { long = {} }, pandoc.Attr(image.identifier, image.classes))
end

local function exists(path)
  local file = io.open(path)
  if file then file:close() end
  return file ~= nil
end

-- What an SVG says of itself.
local function described(path)
  local file = path:match("%.svg$") and io.open(path)
  if not file then return nil end
  local text = file:read("a"):match("<desc>(.-)</desc>")
  file:close()
  return text and pandoc.utils.stringify(pandoc.read(text, "html"))
end

-- Pictures with words for those who don't see them. What isn't there, or lies in a network, is told.
local function find_picture(image)
  local source = unescaped(image.src)
  if source:match("^%a+://") or source:match("^//") then
    local text = empty(image.caption) and pandoc.Inlines({ pandoc.Str(source) }) or image.caption
    return pandoc.Link(text, image.src)
  end
  if not source:match("^data:") and not exists(source) then
    local beside = "notebooks/" .. source
    if not exists(beside) then return pandoc.Emph({ pandoc.Str("(Gambar " .. source .. " tidak ada.)") }) end
    image.src, source = beside, beside
  end
  local alt = image.attributes["fig-alt"] or image.attributes["alt"]
  if not alt and not empty(image.caption) then alt = pandoc.utils.stringify(image.caption) end
  image.attributes["alt"] = alt or described(source) or (not image.classes:includes("sempit") and "Gambar" or nil)
  image.attributes["fig-alt"] = nil
  return image
end

local ALIGNMENTS = {
  gt_left = pandoc.AlignLeft, gt_center = pandoc.AlignCenter, gt_right = pandoc.AlignRight,
}

local function alignment(cell)
  for _, class in ipairs(cell.classes) do
    if ALIGNMENTS[class] then return ALIGNMENTS[class] end
  end
  return pandoc.AlignDefault
end

-- Short cells stay on one line and long ones stay readable: no style sheet can tell them apart.
local function width_class(cell)
  local count = utf8.len(pandoc.utils.stringify(cell.contents)) or 0
  return count <= 18 and { "pendek" } or count > 24 and { "panjang" } or {}
end

local COLOR = "^#" .. ("%x"):rep(6) .. "$"

-- In which column each cell of each row begins, where cells from above reach down.
local function places(rows)
  local result, held = {}, {}
  for number, row in ipairs(rows) do
    local column = 1
    result[number] = {}
    for position, cell in ipairs(row.cells) do
      while (held[column] or 0) >= number do column = column + 1 end
      result[number][position] = column
      for _ = 1, cell.col_span do
        held[column] = number + cell.row_span - 1
        column = column + 1
      end
    end
  end
  return result
end

-- great_tables tells the alignment and the kind of a row by its own classes.
local function tidy_rows(rows, scope_of, aligned)
  local named, columns = {}, places(rows)
  for number, row in ipairs(rows) do
    for position, cell in ipairs(row.cells) do
      local column = columns[number][position]
      named[column] = named[column] or not empty(pandoc.utils.blocks_to_inlines(cell.contents))
    end
  end
  for number, row in ipairs(rows) do
    local kinds = {}
    for position, cell in ipairs(row.cells) do
      if not aligned then cell.alignment = alignment(cell) end
      for _, class in ipairs(cell.classes) do
        if class:match("summary") then kinds["jumlah"] = true end
        if class:match("group_heading") then kinds["kelompok"] = true end
      end
      local column = columns[number][position]
      local scope, key, attributes = scope_of(cell, column), page and cell.attributes.kunci, {}
      if scope then table.insert(attributes, { "scope", scope }) end
      if scope == "colgroup" then cell.alignment = pandoc.AlignCenter end
      -- Those who listen want a name for each column; what else is empty among the heads is none.
      if scope == "col" and number == #rows and not named[column] then
        cell.contents = pandoc.Blocks({ pandoc.Plain({ pandoc.Str("Baris") }) })
      elseif scope and empty(pandoc.utils.blocks_to_inlines(cell.contents)) then
        scope = nil
        if html then table.insert(attributes, { "role", "cell" }) end
      end
      if key then table.insert(attributes, { "data-kunci", key }) end
      local ground, text = cell.attributes.latar or "", cell.attributes.tulisan or ""
      if ground:match(COLOR) and text:match(COLOR) then
        if html then table.insert(attributes, { "style", "background-color: " .. ground .. "; color: " .. text }) end
        if paper then
          table.insert(attributes, { "typst:fill", 'rgb("' .. ground .. '")' })
          table.insert(attributes, { "typst:text:fill", 'rgb("' .. text .. '")' })
        end
      end
      cell.attr = pandoc.Attr("", width_class(cell), attributes)
    end
    local classes = {}
    for kind in pairs(kinds) do table.insert(classes, kind) end
    local origin = page and row.attr.attributes.asal
    row.attr = pandoc.Attr("", classes, origin and { { "data-asal", origin } } or {})
  end
end

local function align_columns(tbl)
  local position = {}
  local rows = tbl.bodies[1] and tbl.bodies[1].body or {}
  for _, row in ipairs(rows) do
    if #row.cells == #tbl.colspecs then
      for column, cell in ipairs(row.cells) do position[column] = position[column] or cell.alignment end
    end
  end
  for column, spec in ipairs(tbl.colspecs) do
    spec[1] = position[column] or pandoc.AlignDefault
    tbl.colspecs[column] = spec
  end
end

local function is_own(block) return block.t == "Div" and block.classes:includes("tabel-sel") end

-- The table within HTML.
local function read_table(block)
  if block.t ~= "RawBlock" or block.format ~= "html" then return nil end
  for _, one in ipairs(pandoc.read(block.text, "html").blocks) do
    if one.t == "Table" then return one end
  end
end

-- A table's parts, whoever made it: the report's own, an analyst's, or one written in Markdown.
local function table_parts(div)
  local parts = { before = pandoc.Blocks({}), after = pandoc.Blocks({}), own = is_own(div) }
  local function take(blocks)
    for _, block in ipairs(blocks) do
      local tbl = not parts.tbl and (block.t == "Table" and block or read_table(block))
      if tbl then
        parts.tbl, parts.aligned = tbl, block.t == "Table"
      elseif not parts.tbl and is_own(block) then
        parts.own = true
        take(block.content)
      elseif block.t == "Div" and block.classes:includes("unduh") then
        parts.download = block
      else
        (parts.tbl and parts.after or parts.before):insert(block)
      end
    end
  end
  take(div.content)
  local last = parts.after[#parts.after]
  if div.attributes["tbl-cap"] then
    parts.caption = read_inlines(div.attributes["tbl-cap"])
  elseif div.identifier:match("^tbl%-") and not parts.own and last and last.t == "Para" then
    parts.caption = last.content
    parts.after:remove(#parts.after)
  elseif parts.tbl then
    parts.caption = pandoc.utils.blocks_to_inlines(parts.tbl.caption.long)
  end
  return parts
end

-- Quarto writes the name of a table at the end of its caption.
local function name_in_caption(tbl)
  local inlines = pandoc.utils.blocks_to_inlines(tbl.caption.long)
  local last = inlines[#inlines]
  local name = last and last.t == "Str" and last.text:match("^{#(tbl%-[%w%-_]+)}$")
  if not name then return tbl.identifier end
  inlines:remove(#inlines)
  if #inlines > 0 and inlines[#inlines].t == "Space" then inlines:remove(#inlines) end
  tbl.caption = { long = { pandoc.Plain(inlines) } }
  return name
end

local untitled = 0

local function convert_table(div)
  local parts, id = table_parts(div), new_id(div.identifier)
  local tbl, caption = parts.tbl, parts.caption or pandoc.Inlines({})
  if not div.classes:includes("bagian") and (not empty(caption) or div.identifier:match("^tbl%-")) then
    caption = numbered("Tabel", caption, div.identifier)
  end
  if not tbl then
    local content = pandoc.Blocks(empty(caption) and {} or { pandoc.Para(caption) })
    content:extend(parts.before)
    return pandoc.Div(content, { id = id })
  end
  tidy_rows(tbl.head.rows, function(cell) return cell.col_span > 1 and "colgroup" or "col" end, parts.aligned)
  for _, body in ipairs(tbl.bodies) do
    local heads = body.row_head_columns
    tidy_rows(body.body, function(_, column) return column <= heads and "row" or nil end, parts.aligned)
  end
  if not parts.aligned then align_columns(tbl) end
  -- Browser and Typst know better how wide columns are than who typed their dashes.
  for column, spec in ipairs(tbl.colspecs) do tbl.colspecs[column] = { spec[1] } end
  local shown = parted(caption)
  -- On slides the caption bears the name, so that the table stays one of the slide's blocks.
  if slides and wanted[div.identifier] then shown:insert(1, pandoc.Span({}, { id = id })) end
  tbl.caption = { long = empty(caption) and {} or { pandoc.Plain(shown) } }
  tbl.attr = pandoc.Attr(paper and wanted[div.identifier] and id or "", slides and parts.own and { "tabel-sel" } or {})
  local content = parts.before
  if page then
    -- A box of its own that scrolls, also by keyboard.
    local label = pandoc.utils.stringify(caption)
    if empty(caption) then
      untitled = untitled + 1
      label = "Tabel tanpa judul " .. untitled
    end
    content:insert(pandoc.Div({ tbl }, pandoc.Attr("", { "gulir" }, {
      -- A list, as the order of a table's keys changes from run to run.
      { "tabindex", "0" }, { "role", "region" }, { "aria-label", label },
    })))
  else
    content:insert(tbl)
  end
  content:extend(parts.after)
  if slides then return piece(content, div.identifier) end
  if not page then return content end
  if parts.download then content:insert(named_download(parts.download, "Tabel")) end
  -- Quarto would number a table that bears an id, so the box bears it.
  return pandoc.Div(content, pandoc.Attr(id, { "tabel" }))
end

local function is_table(div)
  return div.identifier:match("^tbl%-") or div.attributes["tbl-cap"] or is_own(div)
end

-- Data and the telephone's picture follow what they belong to, and go into it.
local function gather(blocks)
  local gathered = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    local last = gathered[#gathered]
    local extra = block.t == "Div" and block.classes:includes("unduh")
    if extra and last and (last.t == "Figure" or last.t == "Div" and is_table(last)) then
      last.content:insert(block)
    else
      gathered:insert(block)
    end
  end
  return gathered
end

-- A heading is a link to itself, for those who want to pass it on.
local function link_heading(header)
  if not page or header.identifier == "" then return nil end
  header.content = { pandoc.Link(header.content, "#" .. header.identifier, "", { class = "jangkar" }) }
  return header
end

local function drop(div)
  if (div.classes:includes("notes") or div.classes:includes("pesan")) and not slides then return {} end
end

-- Blocks side by side, each in a cell of its own; of a paragraph of pictures each picture.
local function row_cells(blocks)
  local cells = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    local pictures = block.t == "Para" and block.content:filter(function(one) return one.t == "Image" end) or {}
    if #pictures > 1 then
      for _, image in ipairs(pictures) do
        local caption = empty(image.caption) and {} or { pandoc.Plain(image.caption) }
        local figure = pandoc.Figure({ pandoc.Plain({ image }) }, { long = caption }, { id = image.identifier })
        cells:insert(pandoc.Div({ figure }))
      end
    else
      cells:insert(pandoc.Div({ block }))
    end
  end
  return cells
end

local function row_of(div)
  local first = (div.attributes.layout or ""):match("^%s*%[%s*%[(.-)%]")
  local count = tonumber(div.attributes["layout-ncol"]) or first and select(2, first:gsub("[^,]+", ""))
  local rows = tonumber(div.attributes["layout-nrow"])
  if not count and not rows then return nil end
  local cells = row_cells(div.content)
  count = count or math.ceil(#cells / rows)
  return pandoc.Div(cells, pandoc.Attr("", { "jajar" }, { { "kolom", tostring(count) }, { "style", "--kolom: " .. count } }))
end

-- The parts of what was numbered last, each with a letter: "(a) Menurut kanal", in references "Gambar 3 (a)".
local function letter_parts(blocks, kind)
  local called, count = kind .. "\u{a0}" .. counts[kind] .. "\u{a0}", 0
  local function next_mark(name)
    count = count + 1
    local mark = "(" .. string.char(96 + count) .. ")"
    if name ~= "" then
      labels[name] = { called = pandoc.Inlines({ pandoc.Str(called .. mark) }), id = new_id(name) }
    end
    return mark
  end
  return blocks:walk({
    traverse = "topdown",
    Figure = function(figure)
      if not figure.classes:includes("bagian") and not figure.identifier:match("^fig%-") then return nil end
      local caption = pandoc.Inlines({ pandoc.Str(next_mark(figure.identifier)), pandoc.Space() })
      caption:extend(pandoc.utils.blocks_to_inlines(figure.caption.long))
      figure.caption = { long = { pandoc.Plain(caption) } }
      figure.classes = { "bagian" }
      return figure, false
    end,
    Div = function(div)
      if not div.classes:includes("bagian") then return nil end
      -- Unescaped it would begin a list.
      div.attributes["tbl-cap"] = "\\" .. next_mark(div.identifier) .. " " .. div.attributes["tbl-cap"]
      return div, false
    end,
  })
end

-- A name and a caption for whatever stands within: one picture, several, or something else.
local function convert_named(div)
  local caption = div.attributes["fig-cap"] and read_inlines(div.attributes["fig-cap"])
  local content = pandoc.Blocks(div.content)
  local last = content[#content]
  if not caption and last and last.t == "Para" and #content > 1 then
    caption = last.content
    content:remove(#content)
  end
  local text = pandoc.Plain(parted(numbered("Gambar", caption or pandoc.Inlines({}), div.identifier)))
  local id = new_id(div.identifier)
  local inner = row_of(pandoc.Div(content, div.attr))
  content = letter_parts(inner and pandoc.Blocks({ inner }) or content, "Gambar")
  if paper then
    content:insert(text)
    return pandoc.Div(content, { id = id, class = "kelompok-gambar" })
  end
  content:insert(1, raw('<figure id="' .. id .. '" class="lebar kelompok">'))
  content:extend({ raw("<figcaption>"), text, raw("</figcaption></figure>") })
  return pandoc.Div(content)
end

-- Several tables with one caption, which stands above them.
local function convert_tables(div)
  local caption, id = numbered("Tabel", read_inlines(div.attributes["tbl-cap"]), div.identifier), new_id(div.identifier)
  -- On paper, whose columns are narrow, they stand below each other.
  local inner = not paper and row_of(div)
  local content = letter_parts(inner and pandoc.Blocks({ inner }) or pandoc.Blocks(div.content), "Tabel")
  if paper then
    local opening = pandoc.Inlines({ pandoc.RawInline("typst", "#judul-kelompok(" .. (id == "" and "none" or "<" .. id .. ">") .. ")[") })
    opening:extend(caption)
    opening:insert(pandoc.RawInline("typst", "]"))
    content:insert(1, pandoc.Plain(opening))
    return pandoc.Div(content)
  end
  local named = id ~= "" and ' id="' .. id .. '"' or ""
  local opened = pandoc.Blocks({ raw("<figure" .. named .. ' class="lebar kelompok"><figcaption>'), pandoc.Plain(parted(caption)), raw("</figcaption>") })
  opened:extend(content)
  opened:insert(raw("</figure>"))
  return pandoc.Div(opened)
end

local function convert_div(div)
  if div.classes:includes("kelompok") then return convert_tables(div) end
  if is_table(div) then return convert_table(div), false end
  if div.identifier:match("^fig%-") or div.attributes["fig-cap"] then return convert_named(div) end
  return row_of(div)
end

local function convert_native(tbl)
  local id = name_in_caption(tbl)
  return convert_table(pandoc.Div({ tbl }, { id = id })), false
end

-- The executed document carries the number of each cell, for messages.
local function drop_marker(raw)
  if raw.text:match("^<!%-%- sel %d+ %-%->") then return {} end
end

-- What is said of figures carries their keys for the proof alone: no file that is shared needs them.
local function unmarked(attributes)
  local marked = {}
  for name in pairs(attributes) do
    if name:match("^bukti%-") then table.insert(marked, name) end
  end
  for _, name in ipairs(marked) do attributes[name] = nil end
  return #marked > 0
end

-- A figure from elsewhere says its source to who points at it; on paper, at the foot.
local function tell_source(span)
  local source = span.attributes["sumber"]
  if source == nil then return nil end
  span.attributes["sumber"] = nil
  if html then
    -- What a page says of a figure with a key has its source already.
    if slides or span.attributes["data-kunci"] == nil then
      span.attributes["title"] = "Sumber: " .. source
    end
    return span
  end
  return { span, pandoc.Note({ pandoc.Para({ pandoc.Str("Sumber: " .. source .. ".") }) }) }
end

local function drop_marks(element)
  if not unmarked(element.attributes) then return nil end
  local bare = element.t == "Span" and element.identifier == "" and #element.classes == 0
  for _ in pairs(element.attributes) do bare = false end
  return bare and element.content or element
end

local all = pandoc.List({
  { Pandoc = note_works },
  { Pandoc = slides and note_measures or nil },
  { Span = drop_marks, Image = drop_marks, Div = drop_marks, Link = drop_marks },
  { Span = tell_source },
  { Div = unwrap },
  { Div = drop, RawBlock = drop_marker, Image = find_picture },
  { Pandoc = without("lepas") },
  { Para = lone_picture },
  { Pandoc = level_headings, RawBlock = show_source, RawInline = show_source },
  { Pandoc = note_wanted, Header = note_header },
  { traverse = "topdown", Inlines = number_formulas },
  { Div = callout },
  { Blocks = gather, Header = link_heading },
  { traverse = "topdown", Div = convert_div, Figure = convert_figure, Table = convert_native },
  { Div = note_id, Span = note_id },
  { Cite = refer, Link = follow_link },
  { Div = show_where, Span = show_where },
  { Div = choose_life },
  { Div = tabset },
  { Div = columns },
  { Div = pagebreak, CodeBlock = code, HorizontalRule = rule },
  { Pandoc = place_works },
})

if slides then all:extend({ { Pandoc = without("tanpa-slide") }, { Pandoc = stack } }) end
all:insert({ Pandoc = unlink })
if slides then all:insert({ Pandoc = gather_notes }) end
if paper then
  all:insert(1, { Str = printable, Code = printable, CodeBlock = printable })
  all = all .. { { Math = formula, RawBlock = plain_html }, { Str = printable, Code = inline_code } } .. pdf
  -- With Quarto its own filters come first, which look for text.
  if not quarto then all:insert({ Str = typst_text }) end
end
if docx then all = all .. word end
if pptx then all = all .. point end
return all
