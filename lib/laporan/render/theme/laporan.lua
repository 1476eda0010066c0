-- Figures and tables for all formats and both engines: numbers, captions, alt texts, real tables.
-- It runs before Quarto's own filters and gives ids that Quarto does not number again.

local slides = FORMAT:match("revealjs") ~= nil
local html = slides or FORMAT:match("html") ~= nil

local counts = { Gambar = 0, Tabel = 0 }

local function numbered(kind, caption)
  counts[kind] = counts[kind] + 1
  local label = pandoc.Strong({ pandoc.Str(kind .. "\u{a0}" .. counts[kind] .. ".") })
  local inlines = pandoc.Inlines({ label, pandoc.Space() })
  inlines:extend(caption)
  return inlines
end

local page = html and not slides

-- A browser sets the headline of a caption apart from the rest: number and headline are bold.
local function parted(caption)
  if not html then return caption end
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

local function raw(code) return pandoc.RawBlock("html", code) end

-- What a browser gets besides a chart: the picture for half the width, which the large one's alt text
-- stands for as well; a page also gets the data. Quarto keeps one picture of a figure, so the figure
-- is written here.
local function html_figure(image, narrow, alt, extras, caption, id)
  local class = image.classes:includes("lebar") and ' class="lebar"' or ""
  image.classes = narrow and { "luas" } or {}
  local picture = pandoc.Blocks({ raw('<figure id="' .. id .. '"' .. class .. ">"), pandoc.Plain({ image }) })
  if narrow then
    narrow.attributes["alt"] = alt
    picture:insert(pandoc.Plain({ narrow }))
  end
  if extras and page then picture:insert(named_download(extras, "Gambar")) end
  picture:extend({ raw("<figcaption>"), pandoc.Plain(parted(caption)), raw("</figcaption></figure>") })
  return picture, false
end

local function convert_figure(figure)
  local image = image_of(figure)
  local alt = image and image.attributes["fig-alt"]
  if alt == nil then
    error("gambar " .. figure.identifier .. " tidak mempunyai fig-alt")
  end
  image.attributes["fig-alt"] = nil
  image.attributes["alt"] = alt
  local caption = numbered("Gambar", pandoc.utils.blocks_to_inlines(figure.caption.long))
  local id = figure.identifier:gsub("^fig%-", "gambar-")
  local narrow
  local extras = figure.content[2] and figure.content[2]:walk({
    Para = function(para)
      if para.content[1].t ~= "Image" then return nil end
      narrow = para.content[1]
      return {}
    end,
  })
  if html then return html_figure(image, narrow, alt, extras, caption, id) end
  -- A wide chart has no place beside another.
  if narrow and not image.classes:includes("lebar") then image.attributes["sempit"] = narrow.src end
  return pandoc.Figure({ pandoc.Plain({ image }) }, { long = { pandoc.Plain(caption) } }, { id = id })
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

-- great_tables tells the alignment and the kind of a row by its own classes.
local function tidy_rows(rows, scope_of)
  for _, row in ipairs(rows) do
    local kinds = {}
    for position, cell in ipairs(row.cells) do
      cell.alignment = alignment(cell)
      for _, class in ipairs(cell.classes) do
        if class:match("summary") then kinds["jumlah"] = true end
        if class:match("group_heading") then kinds["kelompok"] = true end
      end
      local scope, key, attributes = scope_of(cell, position), page and cell.attributes.kunci, {}
      if scope then table.insert(attributes, { "scope", scope }) end
      if key then table.insert(attributes, { "data-kunci", key }) end
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

local function convert_table(div)
  local tbl
  for _, block in ipairs(pandoc.read(div.content[1].text, "html").blocks) do
    if block.t == "Table" then tbl = block end
  end
  tidy_rows(tbl.head.rows, function(cell) return cell.col_span > 1 and "colgroup" or "col" end)
  for _, body in ipairs(tbl.bodies) do
    local heads = body.row_head_columns
    tidy_rows(body.body, function(_, position) return position <= heads and "row" or nil end)
  end
  align_columns(tbl)
  local caption = numbered("Tabel", div.content[2].content)
  tbl.caption = { long = { pandoc.Plain(parted(caption)) } }
  tbl.attr = pandoc.Attr()
  if not page then return tbl end
  -- A box of its own that scrolls, also by keyboard.
  local label = pandoc.utils.stringify(caption)
  local box = pandoc.Div({ tbl }, pandoc.Attr("", { "gulir" }, {
    -- A list, as the order of a table's keys changes from run to run.
    { "tabindex", "0" }, { "role", "region" }, { "aria-label", label },
  }))
  local content = pandoc.Blocks({ box })
  if div.content[3] then content:insert(named_download(div.content[3], "Tabel")) end
  -- Quarto would number a table that bears an id, so the box bears it.
  local id = div.identifier:gsub("^tbl%-", "tabel-")
  return pandoc.Div(content, pandoc.Attr(id, { "tabel" }))
end

local function is_table(div) return div.identifier:match("^tbl%-") ~= nil end

-- Quarto wraps what a cell shows; slides and pages are made of what is inside.
local function unwrap(div)
  for _, class in ipairs(div.classes) do
    if class == "cell" or class:match("^cell%-output") then return div.content end
  end
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

local function convert_image(image)
  if image.classes:includes("garis-kecil") then
    image.attributes["alt"] = image.attributes["fig-alt"]
    image.attributes["fig-alt"] = nil
    return image
  end
end

local function drop(div)
  if div.classes:includes("notes") and not slides then return {} end
end

local function convert_div(div)
  if is_table(div) then return convert_table(div), false end
end

-- The executed document carries the number of each cell, for messages.
local function drop_marker(raw)
  if raw.text:match("^<!%-%- sel %d+ %-%->") then return {} end
end

local all = pandoc.List({
  { Div = unwrap },
  { Div = drop, RawBlock = drop_marker, Image = convert_image },
  { Blocks = gather, Header = link_heading },
  { traverse = "topdown", Div = convert_div, Figure = convert_figure },
})

return FORMAT:match("typst") and all .. pdf or all
